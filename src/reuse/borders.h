// Where a passage begins and ends.
#pragma once

#include <span>

#include "reuse/pair_words.h"

namespace stemma::reuse {

// The two sides of a passage.
struct PageRanges {
  PageRange a;
  PageRange b;
  // A long stretch inside is the same but for a few words, and the ranges were
  // set to it: what else they had in common is another matter.
  bool stretch = false;
};

// Moves the ends to where the passage ends: to the last of a run of equal
// words where both sides go on differently after it, else to the border of the
// sentence where enough of it is inside. `aligned` are the words of the ranges
// that stand for each other, by place in the reports.
PageRanges set_borders(PairWords& words, PageRanges ranges,
                       std::span<const AlignedPair> aligned);

// Takes the sentences at both ends whole, where enough of them is inside.
PageRange whole_sentences(const Page& page, PageRange range);

}  // namespace stemma::reuse
