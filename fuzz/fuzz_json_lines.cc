// A record of any bytes gives a report or an error: valid UTF-8 in every field
// that is text, and paratext as its header promises.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "check_report.h"
#include "read/json_lines.h"
#include "read/paratext.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  stemma::read::RecordReader reader({"story"});
  auto report = reader.read_line(bytes);
  if (report) {
    stemma::read::find_paratext(*report);
    stemma::check_report(*report, size);
  }
  auto document = reader.read_document(bytes);
  for (stemma::Report& one : document.reports) {
    stemma::read::find_paratext(one);
    stemma::check_report(one, size);
  }
  return 0;
}
