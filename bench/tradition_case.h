// A simulated tradition as the program sees it, with its truth: what
// tradition_bench.cc measures against.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "origin/pairs.h"
#include "origin/telling_tree.h"
#include "plain_trees.h"
#include "witness_tree.h"

namespace stemma::bench {

// The truth about the texts in hand, numbered in the order of time.
struct TraditionTruth {
  gen::TreeGraph graph{0};  // texts in hand, then lost ones
  // The text that each was made from, where it is in hand; and the second.
  std::vector<std::optional<std::uint32_t>> parent;
  std::vector<std::optional<std::uint32_t>> second;
  std::vector<std::vector<bool>> ancestors;  // [text][other]: above it
  // For each lost text the texts in hand below it, where there are two branches
  // or more and three with what is in hand elsewhere (one of fewer leaves no
  // trace) and no text in hand is the same to the word (which then stands for
  // it).
  std::vector<std::vector<bool>> unseen;
  // The same of the other lost texts with two branches or more: whoever finds
  // one of them is not wrong, but nobody is asked to.
  std::vector<std::vector<bool>> unasked;
};

struct TraditionCase {
  std::deque<Report> reports;
  std::deque<Analysis> analyses;
  std::vector<Witness> witnesses;
  TraditionTruth truth;
};

// Each text has a time of publication with the precision of seconds; one in
// ten only the day, one in fifty a time that is off by days.
TraditionCase make_case(const gen::Vocabulary& vocabulary,
                        const gen::WitnessShape& shape, gen::Random& random);

// The tree over all reports of the case as one telling.
origin::TellingTree tree_of(const TraditionCase& tradition,
                            const origin::TreeCosts& costs);

// For each unseen text of a tree the texts in hand below it.
std::vector<std::vector<bool>> texts_below_unseen(const origin::TextTree& tree);

// For each text found whether one of `real` is the same: one to one, the texts
// below them overlap by 0.6 (Jaccard).
std::vector<bool> match_unseen(const std::vector<std::vector<bool>>& found,
                               const std::vector<std::vector<bool>>& real);

// The undirected graph of a tree; equal texts hang on the node that they
// share.
gen::TreeGraph graph_of(const origin::TellingTree& tree, std::size_t reports);

// 1 - Dice coefficient of what the texts hold.
gen::Distances distances_of(const TraditionCase& tradition);

}  // namespace stemma::bench
