// How many words two stretches have in common, whatever their order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace stemma::reuse {

// Dice's coefficient: the share of the words of both sides that are in common.
// 0 where both are empty.
double dice(std::size_t common, std::size_t a, std::size_t b);

// The number of words that both hold, each occurrence once.
// REQUIRES: both are sorted.
std::size_t words_in_common(const std::vector<std::uint64_t>& a,
                            const std::vector<std::uint64_t>& b);

}  // namespace stemma::reuse
