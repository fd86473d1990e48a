// Files of weights as src/quote/weights.h reads them.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "quote/weights.h"

namespace stemma::learn {

struct WeighedFeature {
  double weight = 0;
  quote::Feature feature = 0;
};

// The heaviest, at most `most` and one for each place of a table, in order.
inline std::vector<quote::Feature> one_a_place(
    std::vector<WeighedFeature> weighed, std::size_t most) {
  std::sort(weighed.begin(), weighed.end(),
            [](const WeighedFeature& a, const WeighedFeature& b) {
              return a.weight != b.weight ? a.weight > b.weight
                                          : a.feature < b.feature;
            });
  std::vector<bool> taken(std::size_t{1} << quote::WeightTable::kPlaceBits);
  std::vector<quote::Feature> kept;
  for (const WeighedFeature& one : weighed) {
    const std::uint32_t place = quote::WeightTable::place_of(one.feature);
    if (taken[place] || kept.size() == most) continue;
    taken[place] = true;
    kept.push_back(one.feature);
  }
  std::sort(kept.begin(), kept.end());
  return kept;
}

// The line of a feature; weights[0] is not read. Nothing if all are next to 0.
inline std::string row_of_file(quote::Feature feature,
                               std::span<const float> weights) {
  const std::uint32_t place = quote::WeightTable::place_of(feature);
  const std::uint32_t check = quote::WeightTable::check_of(feature);
  std::string line;
  for (const std::uint32_t digit :
       {place / 4096, place / 64 % 64, place % 64, check / 64, check % 64}) {
    line += static_cast<char>('0' + digit);
  }
  bool any = false;
  for (const float value : weights.subspan(1)) {
    static constexpr long kMost = quote::WeightTable::kLargestWeight;
    const long weight =
        std::clamp(std::lround(static_cast<double>(value) /
                               static_cast<double>(quote::kWeightUnit)),
                   -kMost, kMost);
    any |= weight != 0;
    line += static_cast<char>(quote::WeightTable::kZeroWeight + weight);
  }
  return any ? line + '\n' : std::string();
}

}  // namespace stemma::learn
