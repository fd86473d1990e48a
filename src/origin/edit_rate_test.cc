#include "origin/edit_rate.h"

#include <cmath>

#include <gtest/gtest.h>

namespace stemma::origin {
namespace {

// Two texts: the first has pairs 0..39, the second lacks `lost` of them, each
// a stretch of its own.
TreeCosts costs_if_lost(std::uint32_t lost) {
  TextSets sets;
  sets.pairs = 64;
  sets.of_text.assign(2, BitSet(sets.pairs));
  sets.order.resize(2);
  for (std::size_t pair = 0; pair < 40; ++pair) {
    sets.of_text[0].insert(pair);
    if (pair % 2 == 0 || pair / 2 >= lost) sets.of_text[1].insert(pair);
  }
  sets.shared = sets.of_text[0] & sets.of_text[1];
  TreeInput input{.sets = &sets};
  input.before = {false, true, false, false};
  TreeCosts costs;
  costs.lost_stretch = 0;
  costs.lost_by_rarity = 1;
  costs.unseen = 5;
  costs.unseen_by_rate = 2;
  return costs_at_rate(input, costs);
}

// 39 pairs on average (40 and 38), 2.5 stretches with the half: one in 15.6; an
// unseen text costs 2 for each of them more.
TEST(CostsAtRateTest, ALossCostsItsRarityAndAnUnseenTextAUsualEdge) {
  const TreeCosts costs = costs_if_lost(2);
  EXPECT_NEAR(costs.lost_stretch, std::log(39 / 2.5), 1e-9);
  EXPECT_NEAR(costs.unseen, 5 + 2 * 2.5, 1e-9);
}

TEST(CostsAtRateTest, WhereMuchIsLostALossSaysLess) {
  EXPECT_LT(costs_if_lost(9).lost_stretch, costs_if_lost(1).lost_stretch);
  EXPECT_GT(costs_if_lost(9).unseen, costs_if_lost(1).unseen);
}

}  // namespace
}  // namespace stemma::origin
