#include "show/comparison.h"

#include <gtest/gtest.h>

#include "show/show_fixture.h"

namespace stemma::show {
namespace {

// The fixture's texts: "a" is the base; "b" says 12 for 9, and moves nothing.
class ComparisonTest : public testing::Test {
 protected:
  ComparisonTest() {
    const std::string& a = fixture_.corpus.reports[0].text;
    const std::string& b = fixture_.corpus.reports[1].text;
    comparison_.reports = {0, 1};
    Collation& collation = comparison_.collation;
    collation.words = {7, 9};
    collation.shared = {7, 3};
    collation.changes = {
        {},
        {{ChangeKind::kReplaced, {span_of(a, "9")}, {span_of(b, "12")}},
         {ChangeKind::kMoved, {span_of(a, "Nobody")}, {span_of(b, "Ina")}}}};
    const auto whole = [](const std::string& text, std::uint32_t from) {
      return Span{from, static_cast<std::uint32_t>(text.size())};
    };
    comparison_.rows = {{{0, 22}, whole(b, 0)},
                        {whole(a, 22), whole(b, whole(b, 0).end)}};
  }

  Fixture fixture_;
  ReportSet reports_{fixture_.corpus, fixture_.study.story.reports};
  Comparison comparison_;
};

TEST_F(ComparisonTest, ObjectGivesSharesChangesAndRows) {
  std::string out;
  append_comparison(reports_, comparison_, out);
  EXPECT_EQ(out, R"({"base":"a","reports":[{"report":"a","words":7},)"
                 R"({"report":"b","words":9,"shared":3,"share_of_base":0.4286,)"
                 R"("share_of_report":0.3333,"changes":[{"kind":"replaced",)"
                 R"("base":[[13,14]],"spans":[[15,17]]},{"kind":"moved",)"
                 R"("base":[[21,27]],"spans":[[29,32]]}]}],)"
                 R"("rows":[[[0,21],[0,42]],[[21,37],[42,42]]]})");
}

TEST_F(ComparisonTest, TextStandsInColumns) {
  EXPECT_EQ(
      comparison_text(reports_, comparison_, {71, Colour::kNever}),
      "b: 33 % of its 9 words stand in a, 43 % of a in it\n"
      "\n"
      "a                                  \u2502 b\n"
      "\n"
      "Caf\u00E9 burned, [9] fled.             \u2502 A caf\u00E9 burned, [12] "
      "fled, said\n"
      "                                   \u2502 {1:Ina} Holt. NPA\n"
      "\n"
      "{1:Nobody} was hurt.               \u2502 \n"
      "\n");
}

TEST_F(ComparisonTest, PageEscapesWhateverTheReportsHold) {
  const std::string attack =
      "</style></title><script>alert(1)</script>\"'><img src=x onerror=y>";
  for (Report& report : fixture_.corpus.reports) {
    report.outlet = report.id = attack;
    report.language = "en\" onload=\"x";
    report.text = attack;
  }
  const auto end = static_cast<std::uint32_t>(attack.size());
  comparison_.rows = {{{0, end}, {0, end}}};
  const std::string page = comparison_page(reports_, comparison_, "0.0.0");
  for (const char* bad : {"<script", "<img", " onload=\"x", "src=", "url("}) {
    const std::size_t found = page.find(bad);
    EXPECT_TRUE(found == std::string::npos ||
                page.compare(found - 8, 8, "&lt;img ") == 0)
        << bad;
  }
  EXPECT_EQ(page.find("</style>"), page.rfind("</style>"));
  EXPECT_EQ(page.find("</title>"), page.rfind("</title>"));
}

TEST_F(ComparisonTest, PageMarksWhatDiffersAndNumbersMoves) {
  const std::string page = comparison_page(reports_, comparison_, "0.0.0");
  for (const char* part :
       {"<mark class=\"own\">9</mark>", "<mark class=\"own\">12</mark>",
        "<mark class=\"moved\"><sup>1</sup>Nobody</mark>",
        "<mark class=\"moved\"><sup>1</sup>Ina</mark>",
        "default-src 'none'; style-src 'unsafe-inline'", "<small>base</small>",
        "class=\"notice\""}) {
    EXPECT_NE(page.find(part), std::string::npos) << part;
  }
}

}  // namespace
}  // namespace stemma::show
