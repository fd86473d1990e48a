// Shares are counted by hand; words are given with each sentence.
#include <gtest/gtest.h>

#include "engine/test_corpus.h"
#include "stemma/engine.h"

namespace stemma {
namespace {

// 20 words.
constexpr const char* kWall =
    "The harbour wall at Tarn broke in the night and three boats sank before "
    "anybody could reach them, officials said.";
// The same, but for "three" and "boats".
constexpr const char* kWallEdited =
    "The harbour wall at Tarn broke in the night and two ships sank before "
    "anybody could reach them, officials said.";
// 16 words.
constexpr const char* kBread =
    "Bakers from nine valleys met in Quillen to choose the best rye bread of "
    "the year.";
// 5 words.
constexpr const char* kRepairs = "Repairs will begin on Monday.";

Report report_of(std::string id, std::string text) {
  Report report;
  report.id = std::move(id);
  report.text = std::move(text);
  report.language = "en";
  return report;
}

TEST(CheckTextsTest, GivesTheSharesOfBothSides) {
  const Corpus corpus = corpus_of(
      {report_of("all", std::string(kWall) + " " + kBread + " " + kRepairs),
       report_of("edited", kWallEdited), report_of("none", kRepairs),
       report_of("text", std::string(kWall) + " " + kRepairs)});
  const std::vector<TextCheck> checks = check_texts(corpus, 1, {}, 1);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].text, 3U);
  EXPECT_EQ(checks[0].words, 25U);
  EXPECT_EQ(checks[0].compared, 3U);
  EXPECT_DOUBLE_EQ(checks[0].found, 20.0 / 25);
  ASSERT_EQ(checks[0].reports.size(), 2U);
  const SharedWith& all = checks[0].reports[0];
  EXPECT_EQ(all.report, 0U);
  EXPECT_DOUBLE_EQ(all.share_of_text, 20.0 / 25);
  EXPECT_DOUBLE_EQ(all.share_of_report, 20.0 / 41);
  const SharedWith& edited = checks[0].reports[1];
  EXPECT_EQ(edited.report, 1U);
  EXPECT_DOUBLE_EQ(edited.share_of_text, 18.0 / 25);
  EXPECT_DOUBLE_EQ(edited.share_of_report, 18.0 / 20);
  ASSERT_EQ(edited.passages.size(), 1U);
  EXPECT_EQ(edited.passages[0].passage.a, 3U);
  ASSERT_EQ(edited.passages[0].collation.changes[1].size(), 1U);
  EXPECT_EQ(slice(corpus.reports[3].text,
                  edited.passages[0].collation.changes[1][0].base[0]),
            "three boats");
}

TEST(CheckTextsTest, EveryReportOfAnEqualTextIsListed) {
  const Corpus corpus = corpus_of(
      {report_of("a", std::string(kWall) + " " + kBread),
       report_of("b", std::string(kWall) + " " + kBread), report_of("c", kWall),
       report_of("d", kWall), report_of("text", kWall)});
  const std::vector<TextCheck> checks = check_texts(corpus, 1, {}, 1);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_DOUBLE_EQ(checks[0].found, 1.0);
  std::vector<ReportIndex> listed;
  for (const SharedWith& shared : checks[0].reports) {
    listed.push_back(shared.report);
    EXPECT_DOUBLE_EQ(shared.share_of_text, 1.0);
    EXPECT_EQ(shared.passages.at(0).passage.b, shared.report);
  }
  EXPECT_EQ(listed, (std::vector<ReportIndex>{0, 1, 2, 3}));
}

TEST(CheckTextsTest, ATextIsNotFoundInItself) {
  const Corpus corpus = corpus_of(
      {report_of("x", kWall), report_of("y", kBread), report_of("x", kWall)});
  const std::vector<TextCheck> checks = check_texts(corpus, 1, {}, 1);
  EXPECT_TRUE(checks.at(0).reports.empty());
  EXPECT_EQ(checks[0].compared, 1U);
  EXPECT_DOUBLE_EQ(checks[0].found, 0.0);
}

TEST(CheckTextsTest, TextsAreNotComparedWithOneAnother) {
  const Corpus corpus = corpus_of(
      {report_of("a", kBread), report_of("x", std::string(kWall) + " x"),
       report_of("y", std::string(kWall) + " y"), report_of("z", kBread)});
  const std::vector<TextCheck> checks = check_texts(corpus, 3, {}, 2);
  ASSERT_EQ(checks.size(), 3U);
  EXPECT_TRUE(checks[0].reports.empty());
  EXPECT_TRUE(checks[1].reports.empty());
  EXPECT_EQ(checks[2].reports.size(), 1U);
}

TEST(CorpusOfTextTest, IsReadAsAFileIs) {
  const auto corpus = corpus_of_text("date 2031-03-04 The wall broke.", "text");
  ASSERT_TRUE(corpus);
  EXPECT_EQ(corpus->reports.at(0).id, "text");
  EXPECT_TRUE(corpus->reports[0].published.known());
  EXPECT_EQ(corpus->analyses.size(), 1U);
  EXPECT_FALSE(corpus_of_text(" \n", "text"));
}

}  // namespace
}  // namespace stemma
