#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "stemma/engine.h"

namespace stemma {
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

Report report_of(std::string id, std::string text, std::int64_t day) {
  Report report;
  report.id = std::move(id);
  report.text = std::move(text);
  report.language = "en";
  report.published = {day * 86400, TimePrecision::kDay, TimeOrigin::kField};
  return report;
}

Corpus corpus_of_three() {
  Corpus corpus;
  corpus.reports = {report_of("f1", kFerry, 100), report_of("v1", kVote, 100),
                    report_of("f2", kFerryAgain, 100)};
  return corpus;
}

StoryExplanation explained(const Corpus& corpus, const std::string& a,
                           const std::string& b,
                           const StoryOptions& options = {}) {
  auto made = explain_stories(corpus, options, {a, b});
  EXPECT_TRUE(made.has_value());
  return made ? *made : StoryExplanation{};
}

// As group_stories() has it.
bool one_story(const Corpus& corpus, ReportIndex a, ReportIndex b,
               const StoryOptions& options = {}) {
  for (const Story& story : group_stories(corpus, options)) {
    const auto has = [&](ReportIndex report) {
      return std::find(story.reports.begin(), story.reports.end(), report) !=
             story.reports.end();
    };
    if (has(a)) return has(b);
  }
  return false;
}

double value(const JoinComparison& comparison, std::string_view name) {
  for (const WeighedEvidence& each : comparison.evidence) {
    if (each.name == name) return each.value;
  }
  ADD_FAILURE() << name;
  return 0;
}

TEST(ExplainStoriesTest, OneEventIsOneStoryByLikeness) {
  const Corpus corpus = corpus_of_three();
  const StoryExplanation made = explained(corpus, "f1", "f2");
  EXPECT_TRUE(one_story(corpus, 0, 2));
  EXPECT_EQ(made.stories[0], made.stories[1]);
  EXPECT_EQ(made.ground, JoinGround::kLikeness);
  ASSERT_TRUE(made.decisive);
  EXPECT_GE(made.decisive->probability, 0.5);
  EXPECT_DOUBLE_EQ(value(made.alone, "same_days"), 1);
  EXPECT_DOUBLE_EQ(value(made.alone, "same_outlet"), 0);
  ASSERT_EQ(made.shared.size(), 8U);
  double sum = 0;
  for (const SharedWord& each : made.shared) {
    EXPECT_NE(std::string(kFerry).find(each.word), std::string::npos);
    sum += each.share;
  }
  EXPECT_LE(sum, 1.0);
}

TEST(ExplainStoriesTest, TwoEventsAreTwoStoriesAndLessProbablyOne) {
  const StoryExplanation made = explained(corpus_of_three(), "v1", "f1");
  EXPECT_NE(made.stories[0], made.stories[1]);
  EXPECT_LT(made.alone.probability, 0.5);
  // They share no word that says much.
  EXPECT_EQ(made.ground, JoinGround::kNotCompared);
  EXPECT_FALSE(made.decisive);
}

TEST(ExplainStoriesTest, SidesAreThoseOfTheReportsAsked) {
  Corpus corpus = corpus_of_three();
  corpus.reports.push_back(report_of("f3", kFerry, 101));
  const StoryExplanation made = explained(corpus, "f3", "f1");
  const StoryExplanation turned = explained(corpus, "f1", "f3");
  ASSERT_TRUE(made.decisive && turned.decisive);
  EXPECT_EQ(made.decisive->reports[0], 1U);
  EXPECT_EQ(turned.decisive->reports[0], made.decisive->reports[1]);
  EXPECT_EQ(turned.decisive->reports[1], made.decisive->reports[0]);
  EXPECT_DOUBLE_EQ(turned.alone.probability, made.alone.probability);
}

TEST(ExplainStoriesTest, NumbersInTitlesKeepApart) {
  Corpus corpus = corpus_of_three();
  corpus.reports[0].title = "The 12th ferry of Lunholm";
  corpus.reports[2].title = "The 13th ferry of Lunholm";
  EXPECT_FALSE(one_story(corpus, 0, 2));
  EXPECT_EQ(explained(corpus, "f1", "f2").ground, JoinGround::kNumbers);
}

TEST(ExplainStoriesTest, LanguagesAreNotCompared) {
  Corpus corpus = corpus_of_three();
  corpus.reports[2].language = "de";
  EXPECT_EQ(explained(corpus, "f1", "f2").ground, JoinGround::kLanguage);
}

TEST(ExplainStoriesTest, ARoundUpIsNoneOfTheStoriesItTellsOf) {
  Corpus corpus = corpus_of_three();
  corpus.reports[2].title = "News in brief";
  EXPECT_FALSE(one_story(corpus, 0, 2));
  EXPECT_EQ(explained(corpus, "f1", "f2").ground, JoinGround::kRoundUp);
}

TEST(ExplainStoriesTest, TheWindowKeepsApart) {
  Corpus corpus = corpus_of_three();
  corpus.reports[2].published = {130 * 86400, TimePrecision::kDay,
                                 TimeOrigin::kField};
  StoryOptions options;
  options.window_days = 14;
  EXPECT_EQ(explained(corpus, "f1", "f2", options).ground, JoinGround::kWindow);
}

TEST(ExplainStoriesTest, AUsersDecisionsAreNamed) {
  const Corpus corpus = corpus_of_three();
  StoryOptions options;
  options.decisions = {{DecisionKind::kSplit, {"f1", "f2"}},
                       {DecisionKind::kMerge, {"f1", "v1"}}};
  const StoryExplanation split = explained(corpus, "f1", "f2", options);
  EXPECT_EQ(split.ground, JoinGround::kDecision);
  EXPECT_NE(split.stories[0], split.stories[1]);
  const StoryExplanation merged = explained(corpus, "f1", "v1", options);
  EXPECT_EQ(merged.ground, JoinGround::kDecision);
  EXPECT_EQ(merged.stories[0], merged.stories[1]);
  EXPECT_FALSE(merged.decisive);
}

TEST(ExplainStoriesTest, ReportsThatAreNotThereAreNamed) {
  const Corpus corpus = corpus_of_three();
  EXPECT_FALSE(explain_stories(corpus, {}, {"f1", "f9"}).has_value());
  EXPECT_FALSE(explain_stories(corpus, {}, {"f1", "f1"}).has_value());
}

}  // namespace
}  // namespace stemma
