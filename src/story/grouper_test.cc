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

  StoryIndex add(std::string text, std::int64_t day) {
    return grouper_.add(make(std::move(text), day));
  }

  std::vector<Comparison> compare(std::string text, std::int64_t day) {
    return grouper_.compare(make(std::move(text), day));
  }
  void place(std::string text, std::int64_t day, StoryIndex story) {
    grouper_.place(make(std::move(text), day), story);
  }

 private:
  Outline make(std::string text, std::int64_t day) {
    Report report;
    report.text = std::move(text);
    report.language = "en";
    if (day >= 0) {
      report.published = {day * 86400, TimePrecision::kDay, TimeOrigin::kField};
    }
    return outliner_.make(report);
  }

  Outliner outliner_;
  StoryGrouper grouper_;
};

TEST(StoryGrouperTest, TwoReportsOfOneEventJoinAndAnotherFounds) {
  Stream stream;
  EXPECT_EQ(stream.add(kFerry, 100), 0U);
  EXPECT_EQ(stream.add(kVote, 100), 1U);
  EXPECT_EQ(stream.add(kFerryAgain, 100), 0U);
}

TEST(StoryGrouperTest, UndatedReportsAreGroupedByTheirWords) {
  Stream stream;
  EXPECT_EQ(stream.add(kFerry, -1), 0U);
  EXPECT_EQ(stream.add(kVote, -1), 1U);
  EXPECT_EQ(stream.add(kFerryAgain, -1), 0U);
}

TEST(StoryGrouperTest, ATextWithoutWordsFoundsAStory) {
  Stream stream;
  EXPECT_EQ(stream.add("", 100), 0U);
  EXPECT_EQ(stream.add("...", 100), 1U);
  EXPECT_EQ(stream.add(kFerry, 100), 2U);
}

TEST(StoryGrouperTest, StoriesBeyondTheWindowTakeNoMoreReports) {
  StoryOptions options;
  options.window_days = 14;
  Stream stream(options);
  EXPECT_EQ(stream.add(kFerry, 100), 0U);
  EXPECT_EQ(stream.add(kVote, 100), 1U);
  EXPECT_EQ(stream.add(kFerryAgain, 115), 2U);
  EXPECT_EQ(stream.add(kFerryAgain, 113), 2U);
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
  EXPECT_DOUBLE_EQ(value_of(evidence, Evidence::kUndated), 0.0);
  EXPECT_DOUBLE_EQ(found[0].probability, join_probability(evidence));
}

TEST(StoryGrouperTest, AReportPutIntoAStoryByHandBelongsToIt) {
  Stream stream;
  stream.add(kFerry, 100);
  stream.place(kVote, 100, 0);
  EXPECT_EQ(stream.add(kVote, 100), 0U);
}

}  // namespace
}  // namespace stemma::story
