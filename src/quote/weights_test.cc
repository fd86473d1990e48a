#include "quote/weights.h"

#include <initializer_list>

#include <gtest/gtest.h>

#include "quote/word_table.h"

namespace stemma::quote {
namespace {

// A feature with a place and a check as a file writes them.
Feature feature_of(std::uint64_t place, std::uint64_t check) {
  return place << (64U - WeightTable::kPlaceBits) | check << 24U;
}

Scores sum_of(const WeightTable& table, std::initializer_list<Feature> of) {
  WeightSum sum(table);
  for (const Feature feature : of) sum(feature);
  return sum.scores();
}

TEST(WeightSum, AddsTheWeightsOfFeatures) {
  // Place 65 in base 64 is "011", check 67 is "13"; 'O' is zero, 'R' three.
  const WeightTable table("01113RL\n00001OP\n", 3);
  const Scores scores = sum_of(table, {feature_of(65, 67), feature_of(0, 1)});
  EXPECT_EQ(scores[1], 3);
  EXPECT_EQ(scores[2], -3 + 1);
}

TEST(WeightSum, GoesOnFromWhatItBeginsWith) {
  const WeightTable table("01113RL\n", 3);
  Scores begin{};
  begin[1] = -2000;
  begin[2] = 500;
  WeightSum sum(table, begin);
  for (int k = 0; k < 100; ++k) sum(feature_of(65, 67));
  EXPECT_EQ(sum.scores()[1], -2000 + 300);
  EXPECT_EQ(sum.scores()[2], 500 - 300);
}

TEST(WeightSum, GivesNothingToOthersInThePlaceOfAFeature) {
  const WeightTable table("01113RL\n", 3);
  const Scores scores = sum_of(table, {feature_of(65, 69), feature_of(66, 67)});
  EXPECT_EQ(scores[1], 0);
  EXPECT_EQ(scores[2], 0);
}

TEST(WeightTable, OfNoFileIsEmpty) {
  EXPECT_EQ(sum_of(WeightTable("", 3), {feature_of(1, 1)})[1], 0);
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
