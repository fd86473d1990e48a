// Consistent groups of units: one statement each.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "collate/pair_features.h"
#include "collate/story_text.h"

namespace stemma::collate {

// Two units of different reports, a < b, and how sure it is that they state
// the same.
struct UnitEdge {
  std::uint32_t a = 0;  // indices into StoryText::units
  std::uint32_t b = 0;
  float probability = 0;
};

// The edges between the units of linked sentences. `probabilities` runs
// parallel to `pairs`. Sorted by a, b.
std::vector<UnitEdge> unit_edges(std::span<const ComparedPair> pairs,
                                 std::span<const double> probabilities);

// Units that state the same, ascending.
struct UnitGroup {
  std::vector<std::uint32_t> units;
  std::uint32_t base = 0;  // the unit most sure to say what the others say
};

// What a pair of units without an edge means: they are unlike, or (where a
// limit cut the search) they may only not have been compared.
enum class MissingEdges : std::uint8_t { kUnlike, kUnknown };

// Groups the units of a story (clustering.h); every unit is in exactly one
// group, those of a sentence that goes with an equal one (same_as) in its
// groups.
std::vector<UnitGroup> group_units(const StoryText& story,
                                   std::span<const UnitEdge> edges,
                                   MissingEdges missing);

}  // namespace stemma::collate
