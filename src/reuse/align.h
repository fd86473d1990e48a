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

// A longest common subsequence of two sequences of words (equal numbers are
// equal words), as pairs ascending in both. Exact while the number of equal
// pairs stays below a limit, which stretches of a few thousand different
// words never reach; beyond it words that repeat most are left unaligned.
// O((n + m + r) log(n + m)) for r equal pairs (Hunt and Szymanski 1977).
std::vector<AlignedPair> align_words(std::span<const std::uint64_t> a,
                                     std::span<const std::uint64_t> b);

}  // namespace stemma::reuse
