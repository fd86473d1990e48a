#include "origin/quick_counts.h"

#include <algorithm>
#include <random>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "origin/sketch_fixture.h"
#include "origin/sketch_pairs.h"

namespace stemma::origin {
namespace {

CountRange tellings(const std::vector<TellingSketch>& sketches) {
  return quick_counts(sketches).tellings;
}

TEST(SketchPairsTest, SharesOfShortTextsAreExact) {
  const std::vector<TellingSketch> sketches = {
      sketch_of("a", "The old pier of Lunholm will close. Rust ate its posts."),
      sketch_of("b", "The old pier of Lunholm stays open. Rust ate no posts.")};
  const auto pairs = compare_sketches(sketches);
  ASSERT_EQ(pairs.size(), 1U);
  // Sentences of seven and four words have 5 + 2 runs of three, and as few
  // count as 8. Common are those of the first five words: 3.
  EXPECT_DOUBLE_EQ(pairs[0].short_of_smaller, 3.0 / 8);
  // One run of five of the first five words.
  EXPECT_DOUBLE_EQ(pairs[0].long_runs, 1);
}

TEST(SketchPairsTest, SharesOfLongTextsAreNearTheTruth) {
  // The second has 40 of the first one's 80 sentences and 40 of its own, so
  // each shares half of its runs with the other.
  const std::vector<TellingSketch> sketches = {
      sketch_of("a", made_up(1, 80)),
      sketch_of("b", made_up(1, 40) + made_up(2, 40))};
  const auto pairs = compare_sketches(sketches);
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_NEAR(pairs[0].short_of_smaller, 0.5, 0.2);
  EXPECT_NEAR(pairs[0].long_of_smaller, 0.5, 0.25);
  // 40 sentences of eight words have 160 runs of five.
  EXPECT_NEAR(pairs[0].long_runs, 160, 80);
}

TEST(SketchPairsTest, WhatOneHasInMarksIsNoNarration) {
  const std::vector<TellingSketch> sketches = {
      sketch_of("a", "She said: \"The bridge will stay closed until June.\""),
      sketch_of("b", "The bridge will stay closed until June, they hope.")};
  const auto pairs = compare_sketches(sketches);
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_DOUBLE_EQ(pairs[0].short_of_smaller, 0);
  EXPECT_GT(pairs[0].said_of_smaller, 0.4);
}

// 300 different texts, then a reprint of each without its beginning.
TEST(SketchPairsTest, FindsThePartnersInALargeStory) {
  std::vector<TellingSketch> sketches;
  for (std::uint32_t i = 0; i < 600; ++i) {
    sketches.push_back(sketch_of("o" + std::to_string(i),
                                 made_up(i % 300, 40, i < 300 ? 0 : 4)));
  }
  const auto pairs = compare_sketches(sketches);
  for (std::uint32_t i = 0; i < 300; ++i) {
    EXPECT_TRUE(std::any_of(pairs.begin(), pairs.end(), [i](const auto& pair) {
      return pair.a == i && pair.b == i + 300 && pair.short_of_smaller > 0.9;
    }));
  }
  EXPECT_EQ(tellings(sketches), (CountRange{300, 300, 300}));
}

// Runs of `sketch` below the limit that no report of the story has in marks.
std::set<std::uint32_t> plain_runs(const std::vector<TellingSketch>& story,
                                   const TellingSketch& sketch,
                                   std::uint32_t limit) {
  std::set<std::uint32_t> quoted;
  for (const TellingSketch& one : story) {
    for (const std::uint32_t run : one.short_runs.all()) {
      if ((run & 1U) != 0) quoted.insert(run >> 1U);
    }
  }
  std::set<std::uint32_t> found;
  for (const std::uint32_t run : sketch.short_runs.all()) {
    if (run < limit && !quoted.contains(run >> 1U)) {
      found.insert(run >> 1U);
    }
  }
  return found;
}

// Texts of 8 to 60 sentences of a common stock, some of them in marks.
std::vector<TellingSketch> mixed_sketches(std::uint32_t count) {
  std::mt19937 numbers(3);
  const auto random = [&](std::uint32_t below) {
    return static_cast<std::uint32_t>(numbers() % below);
  };
  std::vector<TellingSketch> sketches;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::string text;
    for (std::uint32_t rest = 8 + random(52); rest > 0; --rest) {
      const std::uint32_t from = random(90);
      const std::string sentence = made_up(1, from + 1, from);
      text += random(4) == 0 ? "\"" + sentence + "\" " : sentence;
    }
    sketches.push_back(sketch_of("o" + std::to_string(i), text));
  }
  return sketches;
}

TEST(SketchPairsTest, SharesAgreeWithThePlainTwin) {
  const std::vector<TellingSketch> sketches = mixed_sketches(20);
  const auto pairs = compare_sketches(sketches);
  ASSERT_EQ(pairs.size(), 190U);
  for (const SketchPair& pair : pairs) {
    const TellingSketch& a = sketches[pair.a];
    const TellingSketch& b = sketches[pair.b];
    const auto limit = std::min(a.short_runs.limit, b.short_runs.limit);
    const auto left = plain_runs(sketches, a, limit);
    const auto right = plain_runs(sketches, b, limit);
    const auto both = std::count_if(
        left.begin(), left.end(),
        [&right](std::uint32_t run) { return right.contains(run); });
    const auto fewer = std::min(left.size(), right.size());
    const double rate = limit / 4294967295.0;
    EXPECT_NEAR(pair.short_of_smaller,
                static_cast<double>(both) /
                    std::max({1.0, 8 * rate, static_cast<double>(fewer)}),
                1e-9);
  }
}

TEST(QuickCountsTest, OneReportIsOneTellingOfOneSource) {
  const std::vector<TellingSketch> one = {sketch_of("a", made_up(1, 9))};
  EXPECT_EQ(quick_counts(one).tellings, (CountRange{1, 1, 1}));
  EXPECT_EQ(quick_counts(one).sources, (CountRange{1, 1, 1}));
  EXPECT_EQ(quick_counts({}).tellings, (CountRange{0, 0, 0}));
}

TEST(QuickCountsTest, ReprintsAndCutTextsAreOneTelling) {
  const std::vector<TellingSketch> sketches = {
      sketch_of("a", made_up(1, 30)), sketch_of("b", made_up(1, 30)),
      sketch_of("c", made_up(1, 20)), sketch_of("d", made_up(2, 30)),
      sketch_of("e", made_up(3, 12) + made_up(2, 30))};
  EXPECT_EQ(tellings(sketches).likely, 2U);
  EXPECT_EQ(quick_counts(sketches).sources.likely, 2U);
}

TEST(QuickCountsTest, OneSharedUtteranceIsNoSharedText) {
  const std::string said =
      " \"We cannot keep the pier of Lunholm safe any longer, and we will not "
      "wait until somebody falls through it,\" Ina Dahl said. ";
  const std::vector<TellingSketch> sketches = {
      sketch_of("a", made_up(1, 10) + said + made_up(2, 10)),
      sketch_of("b", made_up(3, 10) + said + made_up(4, 10))};
  EXPECT_EQ(tellings(sketches).likely, 2U);
}

TEST(QuickCountsTest, AReportInAnotherLanguageWidensTheRange) {
  std::vector<TellingSketch> sketches = {sketch_of("a", made_up(1, 30)),
                                         sketch_of("b", made_up(2, 30)),
                                         sketch_of("c", made_up(3, 30))};
  EXPECT_EQ(tellings(sketches), (CountRange{3, 3, 3}));
  sketches[2] = sketch_of(report_of("c", made_up(3, 30), "de"));
  EXPECT_EQ(tellings(sketches), (CountRange{3, 2, 3}));
}

// Nothing but utterances: whether one text lies behind them cannot be seen.
TEST(QuickCountsTest, SpeechThroughoutIsUndecided) {
  const std::string said =
      "\"" + made_up(1, 4) + "\" she said. \"" + made_up(2, 4) + "\"";
  const std::vector<TellingSketch> sketches = {
      sketch_of("a", "Ina Dahl spoke at noon. " + said),
      sketch_of("b", said + " That was her whole speech.")};
  EXPECT_EQ(tellings(sketches), (CountRange{2, 1, 2}));
}

TEST(QuickCountsTest, EmptyTextsAreNotOneTelling) {
  const std::vector<TellingSketch> sketches = {
      sketch_of("a", made_up(1, 30)), sketch_of("b", ""), sketch_of("c", "")};
  const CountRange count = tellings(sketches);
  EXPECT_EQ(count.likely, 3U);
  EXPECT_LT(count.low, 3U);
}

}  // namespace
}  // namespace stemma::origin
