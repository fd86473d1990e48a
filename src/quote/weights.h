// A table of learned weights: a feature gives each label a number.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
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
  static constexpr unsigned kCheckShift = 24;
  static constexpr char kZeroWeight = 'O';
  static constexpr int kLargestWeight = 47;  // printable around 'O'

  explicit WeightTable(std::string_view file, std::size_t labels);

  static std::uint32_t place_of(Feature feature) {
    return static_cast<std::uint32_t>(feature >> (64U - kPlaceBits));
  }
  // Odd: 0 is the check of empty rows.
  static std::uint8_t check_of(Feature feature) {
    return static_cast<std::uint8_t>((feature >> kCheckShift) | 1U);
  }

  // What a feature weighs, a signed byte a label; byte 0 is no weight. Without
  // a branch. The lowest bit of the checks need not be compared: to take an
  // empty row for one's own does no harm.
  std::uint64_t row_of(Feature feature) const {
    const std::uint64_t row = rows_[place_of(feature)];
    const std::uint64_t other = (row ^ (feature >> kCheckShift)) & 0xFEU;
    return row & static_cast<std::uint64_t>(
                     (static_cast<std::int64_t>(other) - 1) >> 63U);
  }

 private:
  std::vector<std::uint64_t> rows_;  // the check is the lowest byte
};

// Adds up what features weigh, eight labels at once.
class WeightSum {
 public:
  // `table` outlives the sum.
  explicit WeightSum(const WeightTable& table, const Scores& begin = {})
      : table_(table), sums_(std::bit_cast<Sums>(begin)) {}

  void operator()(Feature feature) { sums_ += widened(table_.row_of(feature)); }

  void add(const Scores& other) { sums_ += std::bit_cast<Sums>(other); }

  Scores scores() const { return std::bit_cast<Scores>(sums_); }

 private:
  typedef std::int8_t Bytes __attribute__((vector_size(16)));
  typedef std::int16_t Sums __attribute__((vector_size(16)));
  typedef std::uint64_t Halves __attribute__((vector_size(16)));

  // The bytes of a row as numbers of 16 bits.
  static Sums widened(std::uint64_t row) {
    const auto bytes = std::bit_cast<Bytes>(Halves{row, 0});
    const Bytes twice = __builtin_shufflevector(bytes, bytes, 0, 0, 1, 1, 2, 2,
                                                3, 3, 4, 4, 5, 5, 6, 6, 7, 7);
    return std::bit_cast<Sums>(twice) >> 8;
  }

  const WeightTable& table_;
  Sums sums_;
};

}  // namespace stemma::quote
