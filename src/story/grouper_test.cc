#include "story/grouper.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace stemma::story {
namespace {

constexpr const char* kFerry =
    "The ferry Halvard ran aground off Lunholm harbour before dawn. Rescue "
    "boats took 42 passengers from the ferry to Lunholm.";
constexpr const char* kFerryAgain =
    "Rescue boats brought 42 passengers ashore at Lunholm after the ferry "
    "Halvard ran aground before dawn near the harbour.";
constexpr const char* kVote =
    "Voters in Brandmoor elected seventeen councillors on Sunday. Turnout in "
    "the Brandmoor council vote was low because of rain.";

// One report after another into a grouper.
class Stream {
 public:
  explicit Stream(const StoryOptions& options = {}) : grouper_(options) {}

  StoryIndex add(std::string text, std::int64_t day,
                 std::string language = "en", std::string title = "") {
    stories_.push_back(grouper_.add(
        make(std::move(text), day, std::move(language), std::move(title))));
    return stories_.back();
  }

  void found(std::string text, std::int64_t day) {
    stories_.push_back(grouper_.found(make(std::move(text), day)));
  }
  void keep_apart(StoryIndex a, StoryIndex b) { grouper_.keep_apart(a, b); }

  // For each report the story it is in at the end.
  std::vector<StoryIndex> settled() {
    const std::vector<StoryIndex> first = grouper_.settle();
    std::vector<StoryIndex> found;
    for (const StoryIndex story : stories_) found.push_back(first[story]);
    return found;
  }

  std::vector<Comparison> compare(std::string text, std::int64_t day) {
    return grouper_.compare(make(std::move(text), day));
  }
  void place(std::string text, std::int64_t day, StoryIndex story) {
    const Outline outline = make(std::move(text), day);
    grouper_.place(outline, grouper_.weigh(outline), story);
  }

 private:
  Outline make(std::string text, std::int64_t day, std::string language = "en",
               std::string title = "") {
    Report report;
    report.text = std::move(text);
    report.language = std::move(language);
    report.title = std::move(title);
    if (day >= 0) {
      report.published = {day * 86400, TimePrecision::kDay, TimeOrigin::kField};
    }
    return outliner_.make(report);
  }

  Outliner outliner_;
  StoryGrouper grouper_;
  std::vector<StoryIndex> stories_;
};

// The first report of each report's story, once all is settled.
using Stories = std::vector<StoryIndex>;

TEST(StoryGrouperTest, TwoReportsOfOneEventAreOneStoryAndAnotherIsNot) {
  Stream stream;
  EXPECT_EQ(stream.add(kFerry, 100), 0U);
  EXPECT_EQ(stream.add(kVote, 100), 1U);
  stream.add(kFerryAgain, 100);
  EXPECT_EQ(stream.settled(), (Stories{0, 1, 0}));
}

TEST(StoryGrouperTest, UndatedReportsAreGroupedByTheirWords) {
  Stream stream;
  stream.add(kFerry, -1);
  stream.add(kVote, -1);
  stream.add(kFerryAgain, -1);
  EXPECT_EQ(stream.settled(), (Stories{0, 1, 0}));
}

TEST(StoryGrouperTest, ATextWithoutWordsFoundsAStory) {
  Stream stream;
  stream.add("", 100);
  stream.add("...", 100);
  stream.add(kFerry, 100);
  EXPECT_EQ(stream.settled(), (Stories{0, 1, 2}));
}

TEST(StoryGrouperTest, AReprintJoinsAtOnce) {
  Stream stream;
  stream.add(kVote, 100);
  EXPECT_EQ(stream.add(kFerry, 100), 1U);
  EXPECT_EQ(stream.add(kFerry, 100), 1U);
}

TEST(StoryGrouperTest, StoriesBeyondTheWindowTakeNoMoreReports) {
  StoryOptions options;
  options.window_days = 14;
  Stream stream(options);
  stream.add(kFerry, 100);
  stream.add(kVote, 100);
  stream.add(kFerryAgain, 115);
  stream.add(kFerryAgain, 116);
  EXPECT_EQ(stream.settled(), (Stories{0, 1, 2, 2}));
}

TEST(StoryGrouperTest, ReportsOfTwoLanguagesAreTwoStories) {
  Stream stream;
  stream.add(kFerry, 100);
  stream.add(kFerry, 100, "de");
  EXPECT_EQ(stream.settled(), (Stories{0, 1}));
}

TEST(StoryGrouperTest, WhatAUserKeepsApartStaysApart) {
  Stream stream;
  stream.found(kFerry, 100);
  stream.found(kFerry, 100);
  stream.keep_apart(0, 1);
  EXPECT_EQ(stream.settled(), (Stories{0, 1}));
}

TEST(StoryGrouperTest, The12thPackageIsNotThe13th) {
  Stream stream;
  const std::string package =
      "The council of Brandmoor agreed on measures against Lunholm ports.";
  stream.add(package, 100, "en", "Council agrees on 12th package of measures");
  stream.add(package, 100, "en", "Council agrees on 13th package of measures");
  stream.add(package, 100, "en", "The 13th package is agreed");
  EXPECT_EQ(stream.settled(), (Stories{0, 1, 1}));
}

TEST(StoryGrouperTest, ExplainsWhatSpeaksForAStory) {
  Stream stream;
  stream.add(kFerry, 100);
  stream.add(kVote, 100);
  const std::vector<Comparison> found = stream.compare(kFerryAgain, 100);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].story, 0U);
  EvidenceValues evidence = found[0].evidence;
  EXPECT_DOUBLE_EQ(value_of(evidence, Evidence::kSameDays), 1.0);
  EXPECT_DOUBLE_EQ(value_of(evidence, Evidence::kSameOutlet), 0.0);
  EXPECT_DOUBLE_EQ(found[0].probability,
                   probability_of(join_odds(evidence, shipped_weights())));
}

TEST(StoryGrouperTest, AReportPutIntoAStoryByHandBelongsToIt) {
  Stream stream;
  stream.add(kFerry, 100);
  stream.place(kVote, 100, 0);
  EXPECT_EQ(stream.add(kVote, 100), 0U);
}

}  // namespace
}  // namespace stemma::story
