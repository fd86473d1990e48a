#include "text/analyze.h"

#include <string>

#include <gtest/gtest.h>

namespace stemma::text {
namespace {

Report report_of(std::string text) {
  Report report;
  report.text = std::move(text);
  return report;
}

std::string repeat(std::string_view part, std::size_t times) {
  std::string all;
  all.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

TEST(AnalyzeTest, MarksTokensInQuotationsOfThreeWordsOrMore) {
  const Analysis found = analyze(
      report_of("The \u201Creal loser\u201D said: \u201CWe will wait \u2018and "
                "see\u2019 here,\u201D and left."));
  std::string quoted;
  for (const Token& token : found.tokens) quoted += token.quoted ? 'q' : '.';
  //              The  "  real loser "  said  :  "  We will wait  '  and see
  EXPECT_EQ(quoted, std::string("........") + "qqq" + "qqqq" +
                        // here , " and left .
                        "qq" + "....");
}

TEST(AnalyzeTest, TakesTheLanguageOfTheReportIfItIsGiven) {
  Report report = report_of("The bridge over the river fell on Monday.");
  EXPECT_EQ(analyze(report).language, "en");
  report.language = "de";
  EXPECT_EQ(analyze(report).language, "de");
}

TEST(AnalyzeTest, CutsTokensAtBordersOfParatext) {
  Report report = report_of("DORVAN-Iran waits.");
  report.paratext = {{ParatextKind::kDateline, {0, 7}}};
  const Analysis found = analyze(report);
  ASSERT_EQ(found.sentences.size(), 2U);
  EXPECT_EQ(slice(report.text, found.sentences[0].span), "DORVAN-");
  EXPECT_EQ(found.sentences[0].kind, SentenceKind::kParatext);
  EXPECT_EQ(slice(report.text, found.sentences[1].span), "Iran waits.");
}

TEST(AnalyzeTest, FillsEveryField) {
  Report report = report_of(
      "\u201CWe wait for 40 trains,\u201D Mayor Ana Ruiz said on May 6, 2031.");
  const Analysis found = analyze(report);
  EXPECT_EQ(found.language, "en");
  EXPECT_FALSE(found.tokens.empty());
  EXPECT_EQ(found.sentences.size(), 1U);
  EXPECT_FALSE(found.names.empty());
  EXPECT_FALSE(found.entities.empty());
  EXPECT_EQ(found.quantities.size(), 1U);
  EXPECT_EQ(found.dates.size(), 1U);
  EXPECT_EQ(found.quoted.size(), 1U);
}

// Each of these takes far less than a second where every step is linear and
// minutes where one is not.
TEST(AnalyzeTest, OddTextsAreAnalysedInLinearTime) {
  const std::string odd[] = {
      std::string(1000000, 'a'),
      std::string(1000000, '.'),
      repeat("A.", 500000),
      repeat("a-", 500000),
      repeat("a.B", 300000),
      repeat("\n", 100000),
      repeat("x\n", 100000),
      repeat("\u201C", 100000),
      repeat("\u201Ca ", 100000),
      repeat("\u00ABa ", 100000),
      repeat("\u00ABa \u00ABb\u00BB ", 50000),
      repeat("'a ", 100000),
      repeat("\" a", 100000),
      repeat("\u201C\n\n", 50000),
      repeat("\U0001F600", 100000),
      repeat("\u5927", 100000),
      repeat("\u5927\u3002\u201D", 30000),
      repeat("\u0301", 100000),
      repeat("1,", 200000),
      repeat("1. ", 100000),
      repeat("the ", 100000),
      repeat("Ana Ruiz ", 20000),
      repeat("monday ", 50000),
  };
  for (const std::string& text : odd) {
    const Analysis found = analyze(report_of(text));
    std::uint32_t next = 0;
    for (const Sentence& sentence : found.sentences) {
      ASSERT_EQ(sentence.first_token, next);
      next = sentence.last_token;
    }
    EXPECT_EQ(next, found.tokens.size());
  }
}

}  // namespace
}  // namespace stemma::text
