// Story: the reports of one event.
#pragma once

#include <string>
#include <vector>

#include "stemma/types/report.h"

namespace stemma {

struct Story {
  std::string id;  // hash of the founding report, 16 hex digits
  std::vector<ReportIndex> reports;  // in canonical order
};

}  // namespace stemma
