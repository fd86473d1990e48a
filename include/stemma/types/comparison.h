// Comparison: whole texts side by side.
#pragma once

#include <vector>

#include "stemma/types/collation.h"
#include "stemma/types/report.h"
#include "stemma/types/span.h"

namespace stemma {

struct Comparison {
  std::vector<ReportIndex> reports;  // the readings, in order
  Collation collation;               // of the whole texts
  // What stands side by side, by row, then by reading: stretches that follow
  // one another and cover each text, empty where a text has nothing there. A
  // row ends where a sentence of the base does.
  std::vector<std::vector<Span>> rows;
};

}  // namespace stemma
