#include "read/decisions.h"

#include "base/files.h"
#include "stemma/engine.h"

namespace stemma {
namespace {

constexpr std::uint64_t kLargestFile = std::uint64_t{64} << 20U;

}  // namespace

Result<std::vector<StoryDecision>> read_decisions(const std::string& path) {
  auto bytes = read_file(path, kLargestFile);
  if (!bytes) {
    if (bytes.error().code == ErrorCode::kNotFound) return {};
    return fail(bytes.error());
  }
  auto decisions = read::parse_decisions(*bytes);
  if (!decisions) {
    Error error = decisions.error();
    error.where = path + ": " + error.where;
    return fail(std::move(error));
  }
  return decisions;
}

Status add_decision(const std::string& path, const StoryDecision& decision) {
  // Written anew as a whole, so that no half a line can be left; what is there
  // is kept to the byte, if it is a file of decisions.
  if (const auto known = read_decisions(path); !known) {
    return fail(known.error());
  }
  auto bytes = read_file(path, kLargestFile);
  std::string lines = bytes ? std::move(*bytes) : std::string();
  if (!lines.empty() && !lines.ends_with('\n')) lines += '\n';
  lines += read::decision_line(decision);
  return write_file(path, lines);
}

}  // namespace stemma
