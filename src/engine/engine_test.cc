#include "stemma/engine.h"

#include <gtest/gtest.h>

#include "engine/test_corpus.h"

namespace stemma {
namespace {

Report report_of(std::string id, std::string title, std::string text) {
  Report report;
  report.id = std::move(id);
  report.title = std::move(title);
  report.text = std::move(text);
  report.language = "en";
  return report;
}

TEST(GroupStoriesTest, KeepsTheGroupingThatTheInputGives) {
  Corpus corpus =
      corpus_of({report_of("a", "", "One."), report_of("b", "", "Two."),
                 report_of("c", "", "Three."), report_of("d", "", "Four.")});
  corpus.reports[0].story = "storm";
  corpus.reports[1].story = "election";
  corpus.reports[3].story = "storm";
  const std::vector<Story> stories = group_stories(corpus, {});
  ASSERT_EQ(stories.size(), 3U);
  EXPECT_EQ(stories[0].id, "storm");
  EXPECT_EQ(stories[0].reports, (std::vector<ReportIndex>{0, 3}));
  EXPECT_EQ(stories[1].id, "election");
  EXPECT_EQ(stories[1].reports, (std::vector<ReportIndex>{1}));
  EXPECT_EQ(stories[2].id.size(), 16U);
  EXPECT_EQ(stories[2].reports, (std::vector<ReportIndex>{2}));
}

TEST(StoryTitleTest, IsOfTheReportNearestToAllOthers) {
  const Corpus corpus = corpus_of(
      {report_of("a", "Aside", "Bakers met. Harbour storms were forecast."),
       report_of("b", "Storm", "A storm broke the harbour wall at Tarn."),
       report_of("c", "Wall", "The harbour wall at Tarn broke in a storm.")});
  EXPECT_NE(story_title(corpus, {"s", {0, 1, 2}}), "Aside");
  EXPECT_EQ(story_title(corpus, {"s", {0}}), "Aside");
}

TEST(StoryTitleTest, IsTheFirstSentenceWhereNoReportHasATitle) {
  const Corpus corpus =
      corpus_of({report_of("a", "", "The wall broke. Nobody was hurt.")});
  EXPECT_EQ(story_title(corpus, {"s", {0}}), "The wall broke.");
  EXPECT_EQ(story_title(corpus, {"s", {}}), "");
}

TEST(StoryTitleTest, IsCutBetweenWordsWhereASentenceNeverEnds) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "water ";
  const std::string title =
      story_title(corpus_of({report_of("a", "", text)}), {"s", {0}});
  EXPECT_LT(title.size(), 410U);
  EXPECT_TRUE(title.ends_with("water\u2026"));
}

TEST(FindReuseTest, IsTheSameWithAndWithoutAnalysesAndForAnyThreads) {
  const std::string text =
      "A storm broke the harbour wall at Tarn on Monday and three boats sank "
      "before anybody could reach them, the mayor said.";
  Corpus corpus = corpus_of({report_of("a", "", text + " Repairs begin."),
                             report_of("b", "", "Last night. " + text),
                             report_of("c", "", "Bakers met in Orlen.")});
  const std::vector<ReportIndex> all{0, 1, 2};
  const ReuseResult with = find_reuse(corpus, all, {}, 1);
  corpus.analyses.clear();
  const ReuseResult without = find_reuse(corpus, all, {}, 8);
  ASSERT_EQ(with.passages.size(), 1U);
  ASSERT_EQ(without.passages.size(), 1U);
  EXPECT_EQ(with.passages[0].span_a, without.passages[0].span_a);
  EXPECT_EQ(with.passages[0].span_b, without.passages[0].span_b);
  EXPECT_EQ(with.passages[0].aligned, without.passages[0].aligned);
}

TEST(StudyStoriesTest, GivesTheSameForAnyNumberOfThreads) {
  const std::string text =
      "A storm broke the harbour wall at Tarn on Monday and three boats sank, "
      "the mayor said. \"Nobody was hurt,\" said Mayor Ina Holt.";
  const Corpus corpus =
      corpus_of({report_of("a", "Storm", text), report_of("b", "Storm", text),
                 report_of("c", "Bread", "Bakers met in Orlen to talk.")});
  const std::vector<Story> stories = {{"s", {0, 1}}, {"t", {2}}};
  const std::vector<StoryStudy> one = study_stories(corpus, stories, 1);
  const std::vector<StoryStudy> eight = study_stories(corpus, stories, 8);
  ASSERT_EQ(one.size(), 2U);
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].title, eight[i].title);
    EXPECT_EQ(one[i].matrix.rows.size(), eight[i].matrix.rows.size());
    EXPECT_EQ(one[i].origins.telling_count, eight[i].origins.telling_count);
  }
  // Equal texts are one telling, and every row counts it once.
  EXPECT_EQ(one[0].origins.telling_count, (CountRange{1, 1, 1}));
  for (const MatrixRow& row : one[0].matrix.rows) {
    EXPECT_EQ(row.support.tellings, 1U);
  }
}

}  // namespace
}  // namespace stemma
