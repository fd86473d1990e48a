#include "engine/line_batch.h"

#include <utility>

namespace stemma::engine {
namespace {

constexpr std::size_t kBatchBytes = std::size_t{16} << 20U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

LineBatch next_batch(LineReader& lines, const std::string& name,
                     std::uint64_t max_line_bytes) {
  LineBatch batch;
  while (batch.bytes.size() < kBatchBytes) {
    auto line = lines.next();
    if (!line) batch.errors.push_back(line.error());
    if (!line || !line->has_value()) {
      batch.more = false;
      break;
    }
    Line found = **line;
    if (found.too_long) {
      batch.errors.push_back(line_too_long(max_line_bytes));
      batch.errors.back().where = name + ":" + std::to_string(found.number);
    }
    if (found.number == 1 && found.bytes.starts_with(kByteOrderMark)) {
      found.bytes.remove_prefix(kByteOrderMark.size());
      found.offset += kByteOrderMark.size();
    }
    if (is_blank(found.bytes)) continue;
    batch.lines.push_back(
        {batch.bytes.size(), found.bytes.size(), found.number, found.offset});
    batch.bytes += found.bytes;
  }
  return batch;
}

Error line_too_long(std::uint64_t max_bytes) {
  return {
      .code = ErrorCode::kResourceExhausted,
      .found = "a line of more than " + std::to_string(max_bytes) + " bytes",
      .expected = "one record a line",
      .advice = "cut it up, or raise the limit"};
}

}  // namespace stemma::engine
