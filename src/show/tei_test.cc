// Expected markup after the chapter "Critical Apparatus" of the TEI Guidelines.
#include "show/tei.h"

#include <gtest/gtest.h>

#include "show/show_fixture.h"
#include "show/tei_apparatus.h"

namespace stemma::show {
namespace {

// Row 1 of the fixture: "Caf\u00E9 burned" in "a" (the base), "A caf\u00E9
// burned" in "b"; row 2 stands in "a" alone, and "b" is cut at the tail.
class TeiTest : public testing::Test {
 protected:
  TeiTest() {
    const std::string& a = fixture_.corpus.reports[0].text;
    const std::string& b = fixture_.corpus.reports[1].text;
    Collation first;
    first.segments = {
        {{0, 1}, {{}, {span_of(b, "A")}}},
        {{0, 0},
         {{span_of(a, "Caf\u00E9 burned")}, {span_of(b, "caf\u00E9 burned")}}}};
    first.changes = {{},
                     {{ChangeKind::kInserted, {{0, 0}}, {span_of(b, "A")}}}};
    Collation second;
    second.segments = {{{0}, {{span_of(a, "Nobody was hurt")}}}};
    second.changes = {{}};
    fixture_.study.collations = {first, second};
  }
  std::string row(std::size_t number) const {
    std::string out;
    HtmlWriter html(out);
    write_apparatus({reports_, fixture_.study, 1}, number, html);
    return out;
  }
  std::string document() const {
    return tei_story(reports_, fixture_.study, 1, "0.0.0");
  }

  Fixture fixture_;
  ReportSet reports_{fixture_.corpus, fixture_.study.story.reports};
};

TEST_F(TeiTest, InsertedWordsAreAReadingBesideAnEmptyLemma) {
  EXPECT_EQ(row(0),
            "<app><lem wit=\"#s1-w1\"></lem><rdg wit=\"#s1-w2\" "
            "type=\"inserted\">A </rdg></app>Caf\u00E9 burned");
}

TEST_F(TeiTest, ReplacedWordsHaveTheKindOfTheirDifferenceAsCause) {
  const std::string& a = fixture_.corpus.reports[0].text;
  const std::string& b = fixture_.corpus.reports[1].text;
  MatrixRow& row_of = fixture_.study.matrix.rows[0];
  row_of.cells[0].spans = {span_of(a, "Caf\u00E9 burned, 9 fled")};
  row_of.cells[1].spans = {span_of(b, "caf\u00E9 burned, 12 fled")};
  fixture_.study.collations[0].segments = {
      {{0, 0},
       {{span_of(a, "Caf\u00E9 burned")}, {span_of(b, "caf\u00E9 burned")}}},
      {{0, 1}, {{span_of(a, "9")}, {span_of(b, "12")}}},
      {{0, 0}, {{span_of(a, "fled")}, {span_of(b, "fled")}}}};
  fixture_.study.collations[0].changes = {
      {}, {{ChangeKind::kReplaced, {span_of(a, "9")}, {span_of(b, "12")}}}};
  EXPECT_EQ(row(0),
            "Caf\u00E9 burned, <app><lem wit=\"#s1-w1\">9</lem><rdg "
            "wit=\"#s1-w2\" type=\"replaced\" cause=\"conflict\">12</rdg>"
            "</app> fled");
}

TEST_F(TeiTest, AReportWithoutTheRowIsAReadingOfTheRow) {
  const std::string tei = document();
  EXPECT_NE(
      tei.find("<ab xml:id=\"s1-r2\" n=\"2\"><app type=\"statement\">\n"
               "<lem wit=\"#s1-w1\">Nobody was hurt</lem>\n<rdg "
               "wit=\"#s1-w2\" type=\"unknown\"><gap reason=\"tail-cut\"/>"
               "</rdg>\n</app></ab>"),
      std::string::npos)
      << tei;
  EXPECT_NE(tei.find("<note type=\"conflict\">"), std::string::npos);
}

TEST_F(TeiTest, WitnessesAreListedWithWhatIsKnownOfThem) {
  fixture_.corpus.reports[0].url = "https://lantern.example/?a&b";
  const std::string tei = document();
  EXPECT_NE(
      tei.find("<listWit>\n<witness xml:id=\"s1-w1\" n=\"a\"><orgName>Lantern"
               "</orgName> <title>Caf\u00E9 fire</title> <date "
               "when=\"2031-03-04T08:10:00Z\">2031-03-04T08:10:00Z</date> "
               "<ref target=\"https://lantern.example/?a&amp;b\"/></witness>\n"
               "<witness xml:id=\"s1-w2\" n=\"b\"></witness>\n</listWit>"),
      std::string::npos)
      << tei;
  EXPECT_NE(tei.find("<variantEncoding method=\"parallel-segmentation\" "
                     "location=\"internal\"/>"),
            std::string::npos);
}

TEST_F(TeiTest, TextsOfReportsStayText) {
  const std::string attack = "</lem><rdg>\"'&]]>\xEF\xBF\xBF\x01";
  for (Report& report : fixture_.corpus.reports) {
    report.id = report.outlet = report.title = attack;
  }
  fixture_.study.title = fixture_.study.story.id = attack;
  const std::string tei = document();
  EXPECT_EQ(tei.find("</lem><rdg>\""), std::string::npos);
  EXPECT_EQ(tei.find('\x01'), std::string::npos);
  EXPECT_EQ(tei.find("\xEF\xBF\xBF"), std::string::npos);
}

}  // namespace
}  // namespace stemma::show
