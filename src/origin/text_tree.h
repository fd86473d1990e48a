// The tree of texts that explains best which words the texts of one telling
// share: texts in hand as inner nodes, unseen ones where they pay.
#pragma once

#include <cstdint>
#include <vector>

#include "origin/arborescence.h"
#include "origin/readings.h"
#include "origin/run_sets.h"
#include "origin/unseen.h"

namespace stemma::origin {

// What it costs, in nats. A tree is good if each sentence that texts share
// arises once: to arise again is dear, to be lost is cheap (the principle of
// Dollo, as in Farris 1977); and if a word is seldom changed for the same one
// twice.
struct TreeCosts {
  double first_text = 800;      // a text without a parent
  double first_unit = 3;        // and each sentence of it that others share
  double gained_unit = 14;      // a sentence that others share and the parent
                                // lacks
  double lost_run = 2;          // neighbouring sentences that are left out
  double lost_unit = 0.1;       // and each of them
  double changed_run = 0;       // neighbouring words that are changed
  double change_by_rarity = 1;  // for each nat of its rarity (edit_rate.h)
  double changed_place = 0.1;   // and each of them
  double again = 1.5;           // a changed word that others share
  double unseen = 5;            // a text that nobody has in hand
  double unseen_by_rate = 0.5;  // for each change on a usual edge
  double too_early = 2;         // a child certainly published before its parent
  double not_later = 0.1;       // a child not certainly published after it
  double second_parent = 11;    // of a text that mixes
  double temper = 3;            // divides weights: the evidence is not separate
  double least_unseen = 0.4;    // confidence that an unseen text needs
};

struct TreeInput {
  const TextSets* sets = nullptr;
  const TextReadings* readings = nullptr;
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
