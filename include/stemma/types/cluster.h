// Cluster: the places where one passage stands, over all reports.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stemma/types/report.h"
#include "stemma/types/span.h"

namespace stemma {

struct ClusterMember {
  ReportIndex report = 0;
  Span span;
  // Position among the members of the earlier one whose wording is nearest;
  // none where no report of the cluster is earlier beyond doubt.
  std::optional<std::uint32_t> source;
};

struct Cluster {
  std::vector<ClusterMember> members;  // by report, then span; never empty
  std::uint32_t reports = 0;           // different ones among the members
};

}  // namespace stemma
