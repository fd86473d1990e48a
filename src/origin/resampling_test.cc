#include "origin/resampling.h"

#include <string>

#include <gtest/gtest.h>

#include "origin/tree_fixture.h"

namespace stemma::origin {
namespace {

constexpr TreeCosts kCosts{.first_text = 100,
                           .first_unit = 1,
                           .gained_unit = 2,
                           .lost_run = 1,
                           .lost_unit = 0,
                           .change_by_rarity = 0,
                           .unseen = 100,
                           .unseen_by_rate = 0,
                           .too_early = 50,
                           .not_later = 1,
                           .second_parent = 3,
                           .temper = 1,
                           .least_unseen = 0};

// Support for the parents of the last of three texts, published one after the
// other.
std::vector<MixedSupport> support_of(const std::vector<std::string>& texts) {
  const TextReadings readings = readings_of(texts, "abcdefghijklABCDEFGHIJKL");
  TreeInput input{.readings = &readings};
  input.before.assign(9, false);
  input.before[1] = input.before[2] = input.before[5] = true;
  const TextTree tree = find_tree(input, kCosts);
  return resample_mixed(input, kCosts, tree);
}

TEST(ResampleMixedTest, ManySentencesOfBothParentsComeOutEachTime) {
  const auto support =
      support_of({"abcdefghijkl", "ABCDEFGHIJKL", "abcdefghijklGHIJKL"});
  ASSERT_EQ(support.size(), 1U);
  EXPECT_EQ(support[0].child, 2U);
  EXPECT_GE(support[0].first, 0.9);
  EXPECT_GE(support[0].second, 0.9);
}

// Two sentences of the second text save 4, a second parent costs 3. To draw
// them once or never, of 24, saves 2 at most: a chance of 0.4 = (1 - 2/24)^24 +
// 24 (2/24) (1 - 2/24)^23.
TEST(ResampleMixedTest, FewSentencesOfTheSecondAreOftenGone) {
  const auto support =
      support_of({"abcdefghijkl", "ABCDEFGHIJKL", "abcdefghijklKL"});
  ASSERT_EQ(support.size(), 1U);
  EXPECT_GE(support[0].first, 0.9);
  EXPECT_GT(support[0].second, 0.3);
  EXPECT_LT(support[0].second, 0.85);
}

TEST(ResampleMixedTest, GivesTheSameForTheSameTexts) {
  const std::vector<std::string> texts = {"abcdefghijkl", "ABCDEFGHIJKL",
                                          "abcdefghijklJKL"};
  const auto once = support_of(texts);
  const auto again = support_of(texts);
  ASSERT_EQ(once.size(), 1U);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(once[0].first, again[0].first);
  EXPECT_EQ(once[0].second, again[0].second);
}

TEST(ResampleMixedTest, SaysNothingWhereNoTextMixes) {
  EXPECT_TRUE(support_of({"abcdefghijkl", "abcdefgh", "abcd"}).empty());
}

// Unit 0 has two readings at one place and one at the next, unit 1 one.
TEST(RepeatUnitsTest, CopiesKeepTheirPlaces) {
  TextReadings all;
  all.count = 4;
  all.place_of = {0, 0, 1, 2};
  all.unit_of = {0, 0, 0, 1};
  all.unit_begin = {0, 3, 4};
  all.shared = BitSet(4);
  all.shared.insert(2);
  all.shared_units = BitSet(2);
  all.shared_units.insert(0);
  all.of_text.assign(2, BitSet(4));
  for (const std::size_t bit : {0U, 2U, 3U}) all.of_text[0].insert(bit);
  for (const std::size_t bit : {1U, 2U}) all.of_text[1].insert(bit);
  const std::uint32_t times[] = {2, 0};
  const TextReadings twice = repeat_units(all, times);
  EXPECT_EQ(twice.count, 6U);
  EXPECT_EQ(twice.units(), 2U);
  EXPECT_EQ(twice.place_of, (std::vector<std::uint32_t>{0, 0, 1, 2, 2, 3}));
  EXPECT_EQ(twice.unit_of, (std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1}));
  EXPECT_EQ(twice.unit_begin, (std::vector<std::uint32_t>{0, 3, 6}));
  EXPECT_EQ(twice.of_text[0].count(), 4U);
  EXPECT_TRUE(twice.of_text[1].contains(4));
  EXPECT_EQ(twice.shared.count(), 2U);
  EXPECT_EQ(twice.shared_units.count(), 2U);
}

}  // namespace
}  // namespace stemma::origin
