#include "origin/edit_rate.h"

#include <cmath>

#include <gtest/gtest.h>

namespace stemma::origin {
namespace {

// Two texts of one sentence of 40 places; at `changed` of them, no two of them
// neighbours, the second has another word.
TreeCosts costs_if_changed(std::uint32_t changed) {
  TextReadings readings;
  std::vector<std::uint32_t> second;
  for (std::uint32_t place = 0; place < 40; ++place) {
    const bool differs = place % 2 == 0 && place / 2 < changed;
    readings.count += differs ? 2 : 1;
    readings.place_of.resize(readings.count, place);
    second.push_back(static_cast<std::uint32_t>(readings.count) - 1);
  }
  readings.unit_of.assign(readings.count, 0);
  readings.unit_begin = {0, static_cast<std::uint32_t>(readings.count)};
  readings.of_text.assign(2, BitSet(readings.count));
  for (std::uint32_t place = 0; place < 40; ++place) {
    const bool differs = place % 2 == 0 && place / 2 < changed;
    readings.of_text[0].insert(second[place] - (differs ? 1 : 0));
    readings.of_text[1].insert(second[place]);
  }
  readings.shared = readings.of_text[0] & readings.of_text[1];
  readings.shared_units = BitSet(1);
  readings.shared_units.insert(0);
  TreeInput input{.readings = &readings};
  input.before = {false, true, false, false};
  TreeCosts costs;
  costs.changed_run = 0;
  costs.change_by_rarity = 1;
  costs.unseen = 5;
  costs.unseen_by_rate = 2;
  return costs_at_rate(input, costs);
}

// 40 places, 2.5 changes with the half: one in 16; an unseen text costs 2 for
// each of them more.
TEST(CostsAtRateTest, AChangeCostsItsRarityAndAnUnseenTextAUsualEdge) {
  const TreeCosts costs = costs_if_changed(2);
  EXPECT_NEAR(costs.changed_run, std::log(40 / 2.5), 1e-9);
  EXPECT_NEAR(costs.unseen, 5 + 2 * 2.5, 1e-9);
}

TEST(CostsAtRateTest, WhereMuchIsChangedAChangeSaysLess) {
  EXPECT_LT(costs_if_changed(9).changed_run, costs_if_changed(1).changed_run);
  EXPECT_GT(costs_if_changed(9).unseen, costs_if_changed(1).unseen);
}

}  // namespace
}  // namespace stemma::origin
