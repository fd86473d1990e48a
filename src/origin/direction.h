// Which of two texts of one telling was there first, and how sure an edge
// between them is.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "origin/narration.h"
#include "origin/run_sets.h"
#include "origin/text_tree.h"

namespace stemma::origin {

// What tells two texts apart by itself, without a third.
struct DirectionEvidence {
  double cut_from_end = 0;  // share of `a` behind all that `b` has of it
  double added_at_end = 0;  // share of `b` behind all that `a` has of it
  std::uint32_t indirect_in_b = 0;  // runs that `a` quotes and `b` tells
  std::uint32_t indirect_in_a = 0;
  double longer = 0;  // logarithm of the length of `a` over that of `b`
};

DirectionEvidence direction_between(const TextSets& sets, std::uint32_t a,
                                    std::uint32_t b, const Narration& text_a,
                                    const Narration& text_b);

// What it speaks for `a` as the parent of `b`, in nats; the negative of what
// it speaks for the reverse.
double favour_of(const DirectionEvidence& evidence);

inline constexpr std::size_t kEdgeFeatures = 11;
// In the order of the features; for the script that learns the weights.
extern const std::array<std::string_view, kEdgeFeatures> kEdgeNames;

// What speaks for and against the tree's edge from the parent of `child`,
// which is a text in hand as `child` is. `before` is as in TreeInput.
std::array<double, kEdgeFeatures> edge_features(
    const TextTree& tree, const TreeInput& input, std::uint32_t child,
    const DirectionEvidence& direction);

// Stretches that the parent of `child` and the child share, and that no text
// has which does not derive from the parent; 0 where there is no such text to
// compare with.
std::uint32_t inherited_stretches(const TextTree& tree, const TextSets& sets,
                                  std::uint32_t child);

// The probability that the parent of the tree is the text that this one was
// made from, calibrated on simulated traditions. 0..1.
double edge_confidence(const std::array<double, kEdgeFeatures>& features);

}  // namespace stemma::origin
