// Datelines: "ROME, Nov 6 (AP) -", "OUTLET - ", "OUTLET-Word".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/types/report.h"

namespace stemma::read {

struct Dateline {
  Span span;                    // with the dash, to the first word of the body
  std::vector<Credit> credits;  // kDateline, one an agency
  std::string outlet;           // where the place of a city holds an outlet
};

struct DatelineContext {
  std::string_view text;    // of the report
  std::string_view outlet;  // as the input states it, or ""
  // The body begins here, so an outlet may stand in the place of a city.
  // Further down only cities and agencies are looked for.
  enum class Place { kTop, kBelow } place = Place::kTop;
};

// The dateline that the line begins with, if it does. Looks at its first 160
// bytes only.
std::optional<Dateline> find_dateline(const DatelineContext& context,
                                      Span line);

}  // namespace stemma::read
