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

// 3 is unseen, below 0 and above 1 and 2. To 0 it differs in 20-21 alone; to
// 1 in 5, 20-21 and 30; to 2 in nothing.
TEST(UnseenTest, TheNearestNeighbourAndItsChanges) {
  const std::vector<BitSet> sets = {
      set_of({1, 2, 3, 4, 5, 6}), set_of({1, 2, 3, 4, 6, 30}),
      set_of({1, 2, 3, 4, 5, 6, 20, 21}), set_of({1, 2, 3, 4, 5, 6, 20, 21})};
  const Parents parents = {kOutside, 3, 3, 0};
  const BitSet shared = set_of({1, 2, 3, 4, 5, 6, 20, 21});
  const UnseenFeatures features =
      unseen_features({3, parents, sets, shared}, 3, 9);
  EXPECT_DOUBLE_EQ(features[0], std::log(10.0));
  EXPECT_DOUBLE_EQ(features[1], 0);               // 2: no change
  EXPECT_DOUBLE_EQ(features[2], std::log(2.0));   // 0: one
  EXPECT_DOUBLE_EQ(features[4], std::log(2.0));   // 20-21, which 0 lacks
  EXPECT_DOUBLE_EQ(features[6], std::log(3.0));   // neighbours
  EXPECT_DOUBLE_EQ(features[9], 0);               // it is no root
  EXPECT_DOUBLE_EQ(features[10], 0);              // 2 lacks nothing of it
  EXPECT_DOUBLE_EQ(features[11], std::log(2.0));  // 30, which 1 has beyond it
  EXPECT_DOUBLE_EQ(features[12], 1);              // 0 is in hand
  const double sure = unseen_confidence(features);
  UnseenFeatures saves_more = features;
  saves_more[0] = std::log(40.0);
  EXPECT_GT(unseen_confidence(saves_more), sure);
}

}  // namespace
}  // namespace stemma::origin
