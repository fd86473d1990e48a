#include "read/plain_text.h"

#include <limits>

#include "read/text_repair.h"

namespace stemma::read {

Result<Report> read_plain_text(std::string_view bytes) {
  Report report;
  report.text = decode_text(bytes, report.remarks);
  if (report.text.find_first_not_of(" \t\r\n\v\f") == std::string::npos) {
    return fail({.code = ErrorCode::kMalformed,
                 .found = bytes.empty() ? "an empty file" : "only white space",
                 .expected = "the text of a report",
                 .advice = "remove the file or fill it"});
  }
  if (report.text.size() > std::numeric_limits<std::uint32_t>::max()) {
    return fail({.code = ErrorCode::kResourceExhausted,
                 .found = "a text of more than 4 GiB",
                 .expected = "one report a file",
                 .advice = "cut it up"});
  }
  return report;
}

}  // namespace stemma::read
