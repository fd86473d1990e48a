// What a reader sees on a terminal of 60 columns.
#include "show/texts.h"

#include <gtest/gtest.h>

#include "show/origin_words.h"
#include "show/show_fixture.h"
#include "show/tables.h"

namespace stemma::show {
namespace {

class TextsTest : public testing::Test {
 protected:
  Fixture fixture_;
  ReportSet reports_{fixture_.corpus, fixture_.study.story.reports};
  TextStyle style_{60, Colour::kNever};
};

TEST_F(TextsTest, StoriesAreOneLineEach) {
  EXPECT_EQ(stories_header(style_, Counts::kShown),
            "first         reports  outlets tellings  sources  title\n");
  EXPECT_EQ(
      story_text(fixture_.summary(), style_, Counts::kShown),
      "2031-03-04          2        1      1-2        1  Caf\u00E9 fire\n");
  EXPECT_EQ(story_text(fixture_.summary(), style_, Counts::kNotMade),
            "2031-03-04          2        1  Caf\u00E9 fire\n");
}

TEST_F(TextsTest, MatrixNamesReadingsInWords) {
  EXPECT_EQ(matrix_text(reports_, fixture_.study, style_),
            "Caf\u00E9 fire\n"
            "2 reports, at most 2 tellings (likely 2, the texts allow 1\n"
            "to 2), at most 1 source\n"
            "\n"
            "1. Caf\u00E9 burned\n"
            "    at most 2 of 2 tellings, at most 1 of 1 source, 2\n"
            "    reports, in part attributed to Ina Holt\n"
            "    number, conflict: 9 (Lantern) / 12 (b)\n"
            "      same: Lantern (base)\n"
            "      differs: b\n"
            "\n"
            "2. Nobody was hurt\n"
            "    at most 1 of 2 tellings, at most 1 of 1 source, 1\n"
            "    report, not attributed\n"
            "      same: Lantern (base)\n"
            "      unknown (tail cut), \u201CNPA\u201D: b\n"
            "\n");
}

TEST_F(TextsTest, OriginsShowTheirEvidence) {
  EXPECT_EQ(origins_text(reports_, fixture_.study, style_),
            "Caf\u00E9 fire\n"
            "2 reports, at most 2 tellings (likely 2, the texts allow 1\n"
            "to 2), at most 1 source\n"
            "tellings\n"
            "  t1 Lantern: Lantern\n"
            "  t2 NPA: b\n"
            "sources\n"
            "  s1 statement, not named: Lantern, b\n"
            "reports\n"
            "  Lantern: no shared text found\n"
            "  b: rewrite: 50 % of its words stand in reports of its\n"
            "  telling, direction not established, declared by its own\n"
            "  credit\n"
            "      its own credit: \u201CNPA\u201D\n"
            "  b: not compared (cut)\n"
            "\n");
}

TEST_F(TextsTest, QuotationsNameSpeakerFormAndReport) {
  EXPECT_EQ(
      quotation_text(reports_, 1, fixture_.study.quotations[1][0], style_),
      "Ina Holt, indirect, in b\n"
      "  A caf\u00E9 burned \u2026 12 fled\n");
}

TEST_F(TextsTest, TablesGiveOneRecordAStatementAndReport) {
  std::string out = matrix_columns();
  append_matrix_records(reports_, fixture_.study, out);
  EXPECT_EQ(
      out,
      "story,row,statement,report,outlet,reading,voice,attributed_to,text\r\n"
      "00000000000000ff,1,Caf\u00E9 burned,a,Lantern,same,outlet,,"
      "Caf\u00E9 burned\r\n"
      "00000000000000ff,1,Caf\u00E9 burned,b,,differs,indirect,Ina Holt,"
      "A caf\u00E9 burned\r\n"
      "00000000000000ff,2,Nobody was hurt,a,Lantern,same,outlet,,"
      "Nobody was hurt\r\n"
      "00000000000000ff,2,Nobody was hurt,b,,unknown (tail cut),,,\r\n");
}

TEST_F(TextsTest, TablesGiveOneRecordAReportOfOrigins) {
  std::string out;
  append_origins_records(reports_, fixture_.study, out);
  EXPECT_EQ(out,
            "00000000000000ff,a,Lantern,t1,s1,,0.0000,no shared text found,"
            "not established,no,0.0000\r\n"
            "00000000000000ff,b,,t2,s1,,0.5000,rewrite,not established,yes,"
            "0.7500\r\n");
}

TEST(OriginWordsTest, TimesAndSharesAreGivenInWords) {
  EXPECT_EQ(duration_words(31 * 60 + 59), "31 minutes");
  EXPECT_EQ(duration_words(3600), "1 hour");
  EXPECT_EQ(duration_words(86400 + 3600), "1 day");
  EXPECT_EQ(duration_words(3 * 86400), "3 days");
  EXPECT_EQ(duration_words(-5), "0 seconds");
  EXPECT_EQ(percent(0.825), "83 %");
  EXPECT_EQ(range_short({2, 2, 2}), "2");
  EXPECT_EQ(range_words({2, 2, 2}), "");
}

TEST(SurenessTest, IsNeverWhole) {
  EXPECT_EQ(sureness(0.994), "99 %");
  EXPECT_EQ(sureness(0.996), "over 99 %");
  EXPECT_EQ(sureness(1), "over 99 %");
}

}  // namespace
}  // namespace stemma::show
