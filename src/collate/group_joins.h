// The first step of clustering: groups of units are joined while that helps.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "collate/grouping_value.h"
#include "collate/rows.h"

namespace stemma::collate {

// The group of each of `units` units: those joined first that gain most for
// each pair (average linkage).
std::vector<std::uint32_t> join_groups(std::uint32_t units,
                                       std::span<const UnitEdge> edges,
                                       GroupingValue& value);

}  // namespace stemma::collate
