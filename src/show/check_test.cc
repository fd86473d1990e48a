#include "show/check.h"

#include <gtest/gtest.h>

#include "show/show_fixture.h"

namespace stemma::show {
namespace {

// The text "b" against the report "a" of the fixture: "burned" is in both,
// "A caf\u00E9" against "Caf\u00E9".
class CheckTest : public testing::Test {
 protected:
  CheckTest() {
    const std::string& a = fixture_.corpus.reports[0].text;
    const std::string& b = fixture_.corpus.reports[1].text;
    CheckedPassage checked;
    checked.passage = {.a = 1,
                       .b = 0,
                       .span_a = span_of(b, "A caf\u00E9 burned"),
                       .span_b = span_of(a, "Caf\u00E9 burned"),
                       .kind = PassageKind::kEdited,
                       .similarity = 0.8};
    checked.collation.changes = {
        {}, {{ChangeKind::kCut, {span_of(b, "A")}, {{0, 0}}}}};
    check_ = {.text = 1, .words = 9, .compared = 1, .found = 2.0 / 9};
    check_.reports.push_back({.report = 0,
                              .share_of_text = 2.0 / 9,
                              .share_of_report = 0.25,
                              .passages = {checked}});
  }

  Fixture fixture_;
  TextCheck check_;
  ReportSet reports_{fixture_.corpus, fixture_.study.story.reports};
};

TEST_F(CheckTest, ObjectGivesBothSharesAndTheChanges) {
  std::string out;
  append_check(reports_, check_, out);
  EXPECT_EQ(
      out,
      R"({"text":"b","words":9,"compared":1,"found":0.2222,"reports":[{"report":"a",)"
      R"("outlet":"Lantern","published":"2031-03-04T08:10Z",)"
      R"("order":"not established","share_of_text":0.2222,)"
      R"("share_of_report":0.25,"passages":[{"a":{"id":"b","begin":0,)"
      R"("end":13},"b":{"id":"a","begin":0,"end":11},"kind":"edited",)"
      R"("similarity":0.8,"changes":[{"kind":"cut","base":[[0,1]],)"
      R"("spans":[[0,0]]}]}]}]})");
}

TEST_F(CheckTest, OrderIsSaidOnlyWhereItIsCertain) {
  Report text;
  Report report = fixture_.corpus.reports[0];
  EXPECT_EQ(order_word(text, report), "not established");
  text.published = report.published;
  EXPECT_EQ(order_word(text, report), "not established");
  text.published.seconds += 86400;
  EXPECT_EQ(order_word(text, report), "earlier");
  EXPECT_EQ(order_word(report, text), "later");
}

TEST_F(CheckTest, TextShowsSharesAndPassages) {
  EXPECT_EQ(check_text(reports_, check_, {70, Colour::kNever}),
            "b: 22 % of its 9 words stand in 1 of 1 report\n"
            "\n"
            "1. a (Lantern), 2031-03-04T08:10Z, not established\n"
            "   22 % of the text stands in it, 25 % of it in the text\n"
            "   edited, similarity 0.80: 0-13 of the text, 0-11 of it\n"
            "   [A] caf\u00E9 burned                  \u2502 Caf\u00E9 burned\n"
            "\n");
}

TEST_F(CheckTest, PageEscapesWhateverTheReportsHold) {
  const std::string attack =
      "</style></title><script>alert(1)</script>\"'><img src=x onerror=y>";
  for (Report& report : fixture_.corpus.reports) {
    report.outlet = report.id = attack;
    report.url = "javascript:alert(1)";
    report.language = "en\" onload=\"x";
    report.text = attack;
  }
  Passage& passage = check_.reports[0].passages[0].passage;
  passage.span_a =
      passage.span_b = {0, static_cast<std::uint32_t>(attack.size())};
  const std::string page = check_page(reports_, {&check_, 1}, "0.0.0");
  for (const char* bad :
       {"<script", "<img", "href=\"javascript", " onload=\"x"}) {
    EXPECT_EQ(page.find(bad), std::string::npos) << bad;
  }
  EXPECT_EQ(page.find("</style>"), page.rfind("</style>"));
  EXPECT_EQ(page.find("</title>"), page.rfind("</title>"));
}

TEST_F(CheckTest, PageLoadsNothingAndIsNeutral) {
  const std::string page = check_page(reports_, {&check_, 1}, "0.0.0");
  EXPECT_NE(page.find("default-src 'none'; style-src 'unsafe-inline'"),
            std::string::npos);
  EXPECT_NE(page.find("<b>22 %</b> of the text stands in it"),
            std::string::npos);
  for (const char* bad : {"<script", "<link", "src=", "@import", "url(",
                          "copied", "plagiar", "independent", "confirmed"}) {
    EXPECT_EQ(page.find(bad), std::string::npos) << bad;
  }
}

}  // namespace
}  // namespace stemma::show
