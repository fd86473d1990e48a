// A word as grouping knows it.
#pragma once

#include <algorithm>
#include <cstdint>

namespace stemma::story {

// A word by 32 bits of its hash, never 0: two of a million words that share
// them cost less than what storing twice as much would.
using Term = std::uint32_t;

inline Term term_of(std::uint64_t hash) {
  return std::max(static_cast<Term>(hash), Term{1});
}

}  // namespace stemma::story
