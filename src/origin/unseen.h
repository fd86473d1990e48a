// How sure an unseen text of a tree is.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "origin/arborescence.h"
#include "origin/readings.h"

namespace stemma::origin {

inline constexpr std::size_t kUnseenFeatures = 17;
using UnseenFeatures = std::array<double, kUnseenFeatures>;
// In the order of the features; for the script that learns the weights.
extern const std::array<std::string_view, kUnseenFeatures> kUnseenNames;

// A tree of texts, the first `texts` of them in hand.
struct TreeView {
  std::uint32_t texts = 0;
  const Parents& parents;
  const std::vector<BitSet>& sets;
  const TextReadings& readings;
};

// What the tree would cost more without an unseen text, in nats.
struct Savings {
  double tree = 0;    // settled anew
  double parent = 0;  // words alone, its parent in its place; kNoParent: a root
  double child = 0;   // words alone, the child that costs least in its place
  double rarity = 0;  // what a change costs in this tree
};
inline constexpr double kNoParent = 99;

// What speaks for and against the unseen text `node`. An unseen text that was
// there differs from each of its neighbours about as much as texts of the tree
// do from one another; one that chance suggests is nearly the same as one of
// them. And none of its neighbours can stand for it: each lacks words that
// others have from it.
UnseenFeatures unseen_features(const TreeView& tree, std::uint32_t node,
                               const Savings& savings);

// The probability that such a text was there, calibrated on simulated
// traditions. 0..1.
double unseen_confidence(const UnseenFeatures& features);

}  // namespace stemma::origin
