// The tree of texts that explains best which words the texts of one telling
// share: texts in hand as inner nodes, unseen ones where they pay.
#pragma once

#include <cstdint>
#include <vector>

#include "origin/arborescence.h"
#include "origin/run_sets.h"
#include "origin/unseen.h"

namespace stemma::origin {

// What it costs, in nats. A tree is good if each stretch of words that texts
// share arises once: to arise again is dear, to be lost is cheap (the
// principle of Dollo, as in Farris 1977). Set by hand on simulated traditions;
// scripts/learn_stemma_costs.py looks for better ones.
struct TreeCosts {
  double gained_stretch = 1;  // shared words that the parent lacks
  double gained_pair = 1;
  double first_text = 800;      // a text without a parent
  double first_pair = 0.5;      // and each pair of shared words of it
  double lost_stretch = 0;      // words of the parent that are not there
  double lost_by_rarity = 0.7;  // for each nat of its rarity (edit_rate.h)
  double lost_pair = 0.01;
  double unseen = 5.5;          // a text that nobody has in hand
  double unseen_by_rate = 0.5;  // for each stretch that a usual edge loses
  double too_early = 5.0;       // a child certainly published before its parent
  double not_later = 1.0;       // a child not certainly published after it
  double second_parent = 8;     // of a text that mixes
  double temper = 3.0;          // divides weights: the evidence is not separate
  double least_unseen = 0.4;    // confidence that an unseen text needs
};

struct TreeInput {
  const TextSets* sets = nullptr;
  // before[i * texts + j]: i was certainly published before j.
  std::vector<bool> before;
  // What else speaks for i as the parent of j, in nats; empty: nothing.
  std::vector<double> favour;
};

// An edge from a second parent.
struct Mixing {
  std::uint32_t parent = 0;
  std::uint32_t child = 0;
  double saved = 0;  // nats
};

struct TextTree {
  std::uint32_t texts = 0;    // nodes [0, texts) are in hand, the others unseen
  Parents parents;            // of every node; unseen ones have two children
  std::vector<BitSet> sets;   // of every node
  std::vector<Mixing> mixed;  // by child
  EdgeWeights posteriors{0};  // given the unseen texts
  std::vector<UnseenFeatures> unseen;  // of each unseen text
};

// The cheapest tree that the search finds, without unseen texts that are not
// sure. None are tried for more than `kMostSearched` texts. O(texts^3) a step.
TextTree find_tree(const TreeInput& input, const TreeCosts& costs);

inline constexpr std::uint32_t kMostSearched = 64;

}  // namespace stemma::origin
