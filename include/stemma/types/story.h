// Story: the reports of one event.
#pragma once

#include <string>
#include <vector>

#include "stemma/types/report.h"

namespace stemma {

struct Story {
  // Hash of the founding report, 16 hex digits; the name given in the input
  // where the grouping is given there.
  std::string id;
  std::vector<ReportIndex> reports;  // in canonical order
};

}  // namespace stemma
