// How many words two stretches have in common, whatever their order.
#pragma once

#include <cstddef>

namespace stemma::reuse {

// Dice's coefficient: the share of the words of both sides that are in common.
// 0 where both are empty.
double dice(std::size_t common, std::size_t a, std::size_t b);

}  // namespace stemma::reuse
