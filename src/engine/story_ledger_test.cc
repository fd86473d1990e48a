#include "engine/story_ledger.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/hash.h"

namespace stemma::engine {
namespace {

using Indices = std::vector<story::StoryIndex>;
using Lines = std::vector<std::string>;

// The story whose founding hash is `number`.
std::string story(std::uint64_t number) { return hash_hex(number); }

// A ledger whose first three stories are founded by a, b and c, with the
// hashes 1, 2 and 3; what it tells is collected as "kind report story<-from".
class StoryLedgerTest : public ::testing::Test {
 protected:
  StoryLedgerTest() {
    ledger_.join("a", 0, 0, 1);
    ledger_.join("b", 1, 1, 2);
    ledger_.join("c", 2, 2, 3);
  }

  bool note(const StoryEvent& event) {
    static constexpr std::array kNames = {"join", "move", "merge", "split"};
    lines_.push_back(std::string(kNames[static_cast<std::size_t>(event.kind)]) +
                     " " + event.report + " " + event.story +
                     (event.from.empty() ? "" : "<-" + event.from));
    return lines_.size() < most_;
  }

  Lines told() { return std::exchange(lines_, {}); }

  Lines lines_;
  std::size_t most_ = 100;
  StoryLedger ledger_{[this](const StoryEvent& event) { return note(event); }};
};

TEST_F(StoryLedgerTest, AReportIsToldWithTheStoryItMostProbablyBelongsTo) {
  told();
  ledger_.join("d", 3, 0, 4);  // founds a story of its own, likely that of a
  ledger_.join("e", 0, 0, 1);
  EXPECT_EQ(told(), (Lines{"join d " + story(1), "join e " + story(1)}));
}

TEST_F(StoryLedgerTest, WhatComesTogetherIsAMergeAndWhatComesApartASplit) {
  told();
  EXPECT_TRUE(ledger_.settled(Indices{0, 0, 2}));
  EXPECT_EQ(told(), (Lines{"merge b " + story(1) + "<-" + story(2)}));
  EXPECT_TRUE(ledger_.settled(Indices{0, 1, 2}));
  EXPECT_EQ(told(), (Lines{"split b " + story(2) + "<-" + story(1)}));
}

TEST_F(StoryLedgerTest, APartThatGoesToAnotherStoryMoves) {
  ledger_.settled(Indices{0, 1, 1});
  told();
  EXPECT_TRUE(ledger_.settled(Indices{0, 1, 0}));
  EXPECT_EQ(told(), (Lines{"move c " + story(1) + "<-" + story(2)}));
}

TEST_F(StoryLedgerTest, SettlesAfterSixteenReportsThenAfterAnEighth) {
  const auto join = [&](int count) {
    for (int i = 0; i < count; ++i) ledger_.join("r", 0, 0, 1);
  };
  join(12);  // 15 in all
  EXPECT_FALSE(ledger_.is_due());
  join(1);
  EXPECT_TRUE(ledger_.is_due());
  join(184);  // 200 in all
  ledger_.settled(Indices{0, 1, 2});
  join(24);
  EXPECT_FALSE(ledger_.is_due());
  join(1);  // 25 = 200 / 8
  EXPECT_TRUE(ledger_.is_due());
}

TEST_F(StoryLedgerTest, StopsWhereNobodyWantsMore) {
  told();
  most_ = 1;
  EXPECT_FALSE(ledger_.settled(Indices{0, 0, 0}));
  EXPECT_EQ(told().size(), 1U);
}

}  // namespace
}  // namespace stemma::engine
