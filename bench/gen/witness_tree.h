// One text and what news makes of it: a tree of texts that derive from one
// another, some of them lost, some with two parents. Every parent is known.
#pragma once

#include <vector>

#include "tradition.h"

namespace stemma::gen {

// How a text is changed each time it is taken over; shares and chances 0..1.
struct NewsEdits {
  double cut = 0.35;       // chance that the end is cut off
  double dropped = 0.06;   // share of sentences left away
  double reworded = 0.03;  // share of words changed for others
  double inserted = 0.3;   // chance of a sentence or two of the writer's own
  double indirect = 0.1;   // share of quotations told indirectly
  double errors = 0.02;    // share of numbers changed
};

// `strength` times the usual: 0.3 light, 1 moderate, 3 heavy.
NewsEdits edits_of(double strength);

struct WitnessShape {
  std::uint32_t witnesses = 12;  // in hand
  double lost = 0.3;             // share of the texts that nobody has
  double mixing = 0;             // share of texts that draw on a second one
  double from_hub = 0.5;  // share that takes the text of an agency, the first
                          // one of every eight; the others take any
  NewsEdits edits;
};

// The texts, lost ones marked as unseen; parents come before their children
// and are published before them. The first one is the root.
std::vector<Text> make_witness_tree(const Vocabulary& vocabulary,
                                    const Event& event,
                                    const WitnessShape& shape, Random& random);

}  // namespace stemma::gen
