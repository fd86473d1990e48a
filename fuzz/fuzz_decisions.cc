// Any bytes give decisions of two reports or more, or an error with its line;
// what is written of them reads as the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "read/decisions.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto decisions = stemma::read::parse_decisions(bytes);
  if (!decisions) {
    if (decisions.error().where.empty()) std::abort();
    return 0;
  }
  for (const stemma::StoryDecision& decision : *decisions) {
    if (decision.reports.size() < 2) std::abort();
    const auto again =
        stemma::read::parse_decisions(stemma::read::decision_line(decision));
    if (!again || again->size() != 1) std::abort();
    if (again->front().reports != decision.reports) std::abort();
    if (again->front().kind != decision.kind) std::abort();
  }
  return 0;
}
