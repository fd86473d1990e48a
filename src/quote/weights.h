// A table of learned weights: a feature gives each label a number.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "quote/features.h"

namespace stemma::quote {

// What the 1 of a weight stands for in a log-probability.
inline constexpr float kWeightUnit = 0.04F;
// Labels that a table has room for. Label 0 weighs nothing: the others are
// weighed against it.
inline constexpr std::size_t kMaxLabels = 8;
// Sums of weights; the place of label 0 is never read.
using Scores = std::array<std::int16_t, kMaxLabels>;

// Every feature has one place in the table, found without a search. A row is
// one byte a label (1 to 7) and a byte that says whose it is, so that nearly
// all features without weights add nothing; adding a row takes no branch.
//
// A file of weights has a line a row: three characters of the place in base
// 64, two of the check, one a label, 'O' being zero.
class WeightTable {
 public:
  static constexpr unsigned kPlaceBits = 17;
  static constexpr char kZeroWeight = 'O';
  static constexpr int kLargestWeight = 47;  // printable around 'O'

  explicit WeightTable(std::string_view file, std::size_t labels);

  static std::uint32_t place_of(Feature feature) {
    return static_cast<std::uint32_t>(feature >> (64U - kPlaceBits));
  }
  // Never 0: that is the check of empty rows.
  static std::uint8_t check_of(Feature feature) {
    return static_cast<std::uint8_t>((feature >> 24U) | 1U);
  }

  // Adds the weights of all features to `scores`.
  void add(std::span<const Feature> features, Scores& scores) const {
    typedef std::int8_t Bytes __attribute__((vector_size(8)));
    typedef std::int16_t Sums __attribute__((vector_size(16)));
    Sums sums;
    std::memcpy(&sums, scores.data(), sizeof(sums));
    for (const Feature feature : features) {
      std::uint64_t row = rows_[place_of(feature)];
      const std::uint64_t is_its =
          static_cast<std::uint8_t>(row) == check_of(feature) ? 1 : 0;
      row &= 0 - is_its;
      Bytes bytes;
      std::memcpy(&bytes, &row, sizeof(row));
      sums += __builtin_convertvector(bytes, Sums);
    }
    std::memcpy(scores.data(), &sums, sizeof(sums));
  }

 private:
  std::vector<std::uint64_t> rows_;  // the check is the lowest byte
};

}  // namespace stemma::quote
