// Where a passage begins and ends.
#pragma once

#include <cstdint>

#include "stemma/types/analysis.h"

namespace stemma::reuse {

// Tokens [begin, end) of a report; not empty.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// The two sides of a passage.
struct TokenRanges {
  TokenRange a;
  TokenRange b;
  // A long stretch inside is the same but for a few words, and the ranges were
  // set to it: what else they had in common is another matter.
  bool stretch = false;
};

// Moves the ends to where the passage ends: to the last of a run of equal
// words where both sides go on differently after it, else to the border of the
// sentence where enough of it is inside.
TokenRanges set_borders(const Analysis& a, const Analysis& b,
                        TokenRanges ranges);

// Takes the sentences at both ends whole, where enough of them is inside.
TokenRange whole_sentences(const Analysis& analysis, TokenRange range);

}  // namespace stemma::reuse
