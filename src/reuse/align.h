// Alignment of two stretches of words, in order and with gaps.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace stemma::reuse {

// Two words that stand for each other: positions in `a` and `b`.
struct AlignedPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  friend auto operator<=>(const AlignedPair&, const AlignedPair&) = default;
};

// What an equal word is worth; the same for every occurrence of a word.
using Weight = std::uint32_t;

// A heaviest common subsequence of two sequences of words (equal numbers are
// equal words), as pairs ascending in both. `weights` gives the weight of each
// word of `a`, at least 1; with one weight for all it is a longest common
// subsequence. Exact while the number of equal pairs stays below a limit, which
// stretches of a few thousand different words never reach; beyond it words that
// repeat most are left unaligned.
// O((n + m + r) log(n + m)) for r equal pairs, r <= 4 (n + m) + 2^18 (Hunt and
// Szymanski 1977, with weights as in Jacobson and Vo 1992).
// REQUIRES: weights is as long as `a`, or empty: 1 for each word.
std::vector<AlignedPair> align_words(std::span<const std::uint64_t> a,
                                     std::span<const std::uint64_t> b,
                                     std::span<const Weight> weights = {});

}  // namespace stemma::reuse
