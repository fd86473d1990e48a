#include "origin/unseen.h"

#include <cmath>

#include <gtest/gtest.h>

namespace stemma::origin {
namespace {

BitSet set_of(const std::vector<std::size_t>& bits) {
  BitSet set(64);
  for (const std::size_t bit : bits) set.insert(bit);
  return set;
}

// Each of the numbers a sentence that is the same in all texts.
TextReadings readings_of(const BitSet& shared) {
  TextReadings readings;
  readings.count = 64;
  readings.shared = shared;
  readings.shared_units = shared;
  for (std::uint32_t i = 0; i < readings.count; ++i) {
    readings.place_of.push_back(i);
    readings.unit_of.push_back(i);
    readings.unit_begin.push_back(i);
  }
  readings.unit_begin.push_back(64);
  return readings;
}

// 3 is unseen, below 0 and above 1 and 2. 0 lacks 20 and 21, which others
// share; 1 lacks 5 and 20-21 in two runs, and 30 is its own; 2 is the same.
TEST(UnseenTest, TheNearestNeighbourAndItsChanges) {
  const std::vector<BitSet> sets = {
      set_of({1, 2, 3, 4, 5, 6}), set_of({1, 2, 3, 4, 6, 30}),
      set_of({1, 2, 3, 4, 5, 6, 20, 21}), set_of({1, 2, 3, 4, 5, 6, 20, 21})};
  const Parents parents = {kOutside, 3, 3, 0};
  const TextReadings readings = readings_of(set_of({1, 2, 3, 4, 5, 6, 20, 21}));
  const Savings savings{.tree = 9, .parent = 4, .child = 1, .rarity = 3};
  const UnseenFeatures features =
      unseen_features({3, parents, sets, readings}, 3, savings);
  EXPECT_DOUBLE_EQ(features[0], std::log(10.0));
  EXPECT_DOUBLE_EQ(features[1], 0);               // 2: no change
  EXPECT_DOUBLE_EQ(features[2], std::log(3.0));   // 0: two
  EXPECT_DOUBLE_EQ(features[4], std::log(3.0));   // 20 and 21, which 0 lacks
  EXPECT_DOUBLE_EQ(features[6], std::log(3.0));   // neighbours
  EXPECT_DOUBLE_EQ(features[9], 0);               // it is no root
  EXPECT_DOUBLE_EQ(features[10], 0);              // 2 lacks nothing of it
  EXPECT_DOUBLE_EQ(features[11], 0);              // nobody shares 30
  EXPECT_DOUBLE_EQ(features[12], 1);              // 0 is in hand
  EXPECT_DOUBLE_EQ(features[13], std::log(2.0));  // the child in its place
  EXPECT_DOUBLE_EQ(features[14], std::log(5.0));
  EXPECT_DOUBLE_EQ(features[15], std::log(2.0));
  EXPECT_DOUBLE_EQ(features[16], 3);
  Savings more = savings;
  more.tree = 40;
  EXPECT_GT(
      unseen_confidence(unseen_features({3, parents, sets, readings}, 3, more)),
      unseen_confidence(features));
}

}  // namespace
}  // namespace stemma::origin
