// Partition of a sparse weighted graph of units into consistent groups.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "collate/rows.h"
#include "collate/story_text.h"

namespace stemma::collate {

// Each unit in exactly one group; groups and their units ascending. Nearly
// linear in the number of edges for groups of a bounded size.
std::vector<std::vector<std::uint32_t>> cluster_units(
    const StoryText& story, std::span<const UnitEdge> edges,
    MissingEdges missing);

}  // namespace stemma::collate
