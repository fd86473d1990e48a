// A text file of any bytes gives a report or an error: valid UTF-8, paratext
// sorted and disjoint, credits where they say.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "check_report.h"
#include "read/paratext.h"
#include "read/plain_text.h"
#include "read/sniff.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  stemma::read::sniff(bytes, "");
  auto report = stemma::read::read_plain_text(bytes);
  if (!report) return 0;
  stemma::read::find_paratext(*report);
  stemma::check_report(*report, size);
  return 0;
}
