// How sure the parents of a text that mixes are. The posterior of an edge
// (arborescence.h) is of trees in which each text has one parent, so it says
// nothing of two. Instead the tree is inferred again and again from sentences
// drawn with replacement from those of the texts (the bootstrap; Felsenstein
// 1985 for trees): an edge that rests on one sentence is often gone, one that
// rests on many comes out each time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/readings.h"
#include "origin/text_tree.h"

namespace stemma::origin {

// Shares of the draws, 0 to 1, in which a text has the parent as its first or
// second one.
struct MixedSupport {
  std::uint32_t child = 0;
  double first = 0;   // of its parent in the tree
  double second = 0;  // of the other one
};

// One entry for each text of `tree.mixed`, in its order. None for trees of more
// than kMostResampled texts, which would take too long. The same input gives
// the same draws. `tree` is what find_tree() gives for `input` and `costs`.
std::vector<MixedSupport> resample_mixed(const TreeInput& input,
                                         const TreeCosts& costs,
                                         const TextTree& tree);

inline constexpr std::uint32_t kMostResampled = 32;

// The readings with each unit as often as `times` says, in the same order.
TextReadings repeat_units(const TextReadings& all,
                          std::span<const std::uint32_t> times);

}  // namespace stemma::origin
