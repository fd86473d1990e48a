#include "origin/text_tree.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "origin/tree_fixture.h"

namespace stemma::origin {
namespace {

TextTree tree_of(const std::vector<std::string>& texts,
                 const std::vector<std::pair<int, int>>& before,
                 double unseen = 4) {
  static constexpr std::string_view kLetters =
      ".12345678ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
  const TextReadings readings = readings_of(texts, kLetters);
  TreeInput input{.readings = &readings};
  input.before.assign(texts.size() * texts.size(), false);
  for (const auto& [a, b] : before) {
    input.before[static_cast<std::size_t>(a) * texts.size() +
                 static_cast<std::size_t>(b)] = true;
  }
  // Costs that a hand can follow, the same for all texts.
  const TreeCosts costs{.first_text = 0,
                        .first_unit = 1,
                        .gained_unit = 2,
                        .lost_run = 1,
                        .lost_unit = 0,
                        .change_by_rarity = 0,
                        .unseen = unseen,
                        .unseen_by_rate = 0,
                        .too_early = 5,
                        .not_later = 1,
                        .second_parent = 3,
                        .temper = 1,
                        .least_unseen = 0};
  return find_tree(input, costs);
}

TEST(BitSetTest, CountsStretchesOverSingleGaps) {
  BitSet set(130);
  for (const int bit : {0, 1, 3, 6, 62, 63, 64, 66, 69, 127, 128}) {
    set.insert(static_cast<std::size_t>(bit));
  }
  EXPECT_EQ(set.count(), 11U);
  // 0-3, 6, 62-66, 69, 127-128.
  EXPECT_EQ(set.stretches(), 5U);
}

// Only members of the second set end a stretch: 10 and 40 stand together, 70
// behind 60 does not.
TEST(BitSetTest, CountsStretchesBetweenMembersOfAnother) {
  BitSet set(130);
  for (const std::size_t bit : {10U, 40U, 70U, 71U, 128U}) set.insert(bit);
  BitSet between(130);
  for (const std::size_t bit : {5U, 60U, 127U, 129U}) between.insert(bit);
  EXPECT_EQ(stretches(set, between), 3U);
  EXPECT_EQ(stretches(BitSet(130), between), 0U);
  EXPECT_EQ(stretches(set, BitSet(130)), 1U);
}

// 1 and 2 are cut from 0, 3 from 1: the words of each are the parent's.
TEST(FindTreeTest, TextsInHandAreInnerNodes) {
  const TextTree tree =
      tree_of({"abcdefghijklmnop", "abcdefghijkl", "abcdefgh", "abcd"},
              {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}});
  ASSERT_EQ(tree.sets.size(), 4U);
  EXPECT_EQ(tree.parents[0], kOutside);
  EXPECT_EQ(tree.parents[1], 0U);
  EXPECT_TRUE(tree.mixed.empty());
}

// Each pair of texts shares eight sentences that the third lacks, so none can
// be the parent of the others; what two of them have was in the text behind
// them.
TEST(FindTreeTest, AnUnseenTextPaysWhereSentencesWouldAriseTwice) {
  const std::string ab = "abcdefgh";
  const std::string bc = "ABCDEFGH";
  const std::string ac = "stuvwxyz";
  const TextTree tree = tree_of({ab + ac, ab + bc, bc + ac}, {});
  ASSERT_EQ(tree.sets.size(), 4U);
  EXPECT_EQ(tree.parents, (Parents{3, 3, 3, kOutside}));
  EXPECT_EQ(tree.sets[3].count(), 24U);
  EXPECT_GT(tree.unseen[0][0], 0);  // it saves something
}

// 2 has the first half of 0 and the second half of 1, which share nothing
// else; an unseen text with all of it would be too dear.
TEST(FindTreeTest, ATextThatMixesHasTwoParents) {
  const TextTree tree =
      tree_of({"abcdefghijkl", "ABCDEFGHIJKL", "abcdefghijklGHIJKL"},
              {{0, 1}, {0, 2}, {1, 2}}, 100);
  EXPECT_EQ(tree.parents[2], 0U);
  ASSERT_EQ(tree.mixed.size(), 1U);
  EXPECT_EQ(tree.mixed[0].parent, 1U);
  EXPECT_EQ(tree.mixed[0].child, 2U);
}

// 0 and 1 share a word for which 2 and 3 have another, so an unseen text stands
// on either side or on both; 3 was published last. As the first text it would
// pay for the times of the others, through unseen texts too.
TEST(FindTreeTest, AnUnseenTextIsNoWayRoundTheTimes) {
  const std::string all = "abcdefghijklmnop";
  const TextTree tree =
      tree_of({all + "ABCD12", all + "ABCD34", all + "EFGH56", all + "EFGH78"},
              {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}}, 1);
  EXPECT_NE(tree.parents[3], kOutside);
  for (std::uint32_t node = 0; node < 3; ++node) {
    EXPECT_NE(tree.parents[node], 3U);
  }
}

TEST(FindTreeTest, TimeDecidesBetweenTwoTexts) {
  const TextTree early = tree_of({"abcdefgh", "abcdefgh"}, {{0, 1}});
  EXPECT_EQ(early.parents, (Parents{kOutside, 0}));
  const TextTree late = tree_of({"abcdefgh", "abcdefgh"}, {{1, 0}});
  EXPECT_EQ(late.parents, (Parents{1, kOutside}));
}

}  // namespace
}  // namespace stemma::origin
