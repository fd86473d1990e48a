#include "quote/weights.h"

#include <gtest/gtest.h>

#include "quote/word_table.h"

namespace stemma::quote {
namespace {

// A feature with a place and a check as a file writes them.
Feature feature_of(std::uint64_t place, std::uint64_t check) {
  return place << (64U - WeightTable::kPlaceBits) | check << 24U;
}

TEST(WeightTable, AddsTheWeightsOfItsFeatures) {
  // Place 65 in base 64 is "011", check 67 is "13"; 'O' is zero, 'R' three.
  const WeightTable table("01113RL\n00001OP\n", 3);
  const Feature known[] = {feature_of(65, 67), feature_of(0, 1)};
  Scores scores{};
  table.add(known, scores);
  EXPECT_EQ(scores[1], 3);
  EXPECT_EQ(scores[2], -3 + 1);
}

TEST(WeightTable, GivesNothingToOthersInThePlaceOfAFeature) {
  const WeightTable table("01113RL\n", 3);
  const Feature other[] = {feature_of(65, 69), feature_of(66, 67)};
  Scores scores{};
  table.add(other, scores);
  EXPECT_EQ(scores[1], 0);
  EXPECT_EQ(scores[2], 0);
}

TEST(WeightTable, OfNoFileIsEmpty) {
  const Feature any[] = {feature_of(1, 1)};
  Scores scores{};
  WeightTable("", 3).add(any, scores);
  EXPECT_EQ(scores[1], 0);
}

TEST(WordTable, ReadsWhatWasWritten) {
  const WordEntry entries[] = {
      {0xFFFFFFFFU, 192, 40, 7}, {77, 0, 0, 3}, {5, 4095, 63, 1}};
  const WordTable table(write_words(entries));
  EXPECT_EQ(table.find(0xFFFFFFFFU).fine, 192);
  EXPECT_EQ(table.find(0xFFFFFFFFU).coarse, 40);
  EXPECT_EQ(table.find(0xFFFFFFFFU).cue, 7);
  EXPECT_EQ(table.find(77).cue, 3);
  EXPECT_EQ(table.find(5).fine, 4095);
  EXPECT_EQ(table.find(5).coarse, 63);
  EXPECT_EQ(table.find(78).cue, kUnseenWord);
  EXPECT_EQ(WordTable("").find(77).cue, kUnseenWord);
}

}  // namespace
}  // namespace stemma::quote
