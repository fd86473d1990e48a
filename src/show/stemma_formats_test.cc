#include "show/stemma_formats.h"

#include <gtest/gtest.h>

#include "show/html.h"
#include "show/page_parts.h"
#include "show/show_fixture.h"

namespace stemma::show {
namespace {

class StemmaFormatsTest : public testing::Test {
 protected:
  StemmaFormatsTest() {
    fixture_.corpus.reports[0].outlet = "Lan\"tern\\<b>";
    Stemma& stemma = fixture_.study.origins.stemma;
    stemma.nodes = {{.report = 0, .telling = "t1"},
                    {.report = 1, .telling = "t1"},
                    {.telling = "t1", .names = {"NPA & Co"}}};
    stemma.edges = {
        {.from = 2, .to = 0, .share = 0.5, .confidence = 0.75},
        {.from = 2, .to = 1, .share = 1, .confidence = 0.9, .declared = true}};
  }
  Fixture fixture_;
  ReportSet reports_{fixture_.corpus, fixture_.study.story.reports};
};

TEST_F(StemmaFormatsTest, DotQuotesNamesAndDrawsWhatIsInferredDashed) {
  const std::string expected =
      "digraph \"00000000000000ff\" {\n"
      "  rankdir=LR;\n"
      "  node [shape=box];\n"
      "  \"r:a\" [label=\"Lan\\\"tern\\\\<b>, 2031-03-04T08:10Z\", "
      "class=extant];\n"
      "  \"r:b\" [label=\"b\", class=extant];\n"
      "  \"unseen:1\" [label=\"NPA & Co (unseen text)\", "
      "class=hypothetical, style=dashed, color=gray];\n"
      "  \"unseen:1\" -> \"r:a\" [style=dashed, penwidth=3.5, "
      "label=\"50 %\"];\n"
      "  \"unseen:1\" -> \"r:b\" [style=solid, penwidth=6.0, "
      "label=\"100 %\"];\n"
      "}\n";
  EXPECT_EQ(stemma_dot(reports_, fixture_.study), expected);
}

TEST_F(StemmaFormatsTest, GraphmlIsEscaped) {
  const std::string xml = stemma_graphml(reports_, fixture_.study);
  EXPECT_NE(xml.find("NPA &amp; Co"), std::string::npos);
  EXPECT_EQ(xml.find("<b>"), std::string::npos);
  EXPECT_NE(xml.find("<edge source=\"00000000000000ff/unseen:1\" "
                     "target=\"00000000000000ff/r:b\">"),
            std::string::npos);
}

TEST_F(StemmaFormatsTest, TheDrawingIsEscapedAndTheListSaysTheSame) {
  std::string out;
  HtmlWriter html(out);
  write_stemma(page_story(reports_, fixture_.study, 1), html);
  EXPECT_EQ(out.find("<b>"), std::string::npos);
  EXPECT_NE(out.find("<path class=\"declared\" stroke-width=\"7.0\""),
            std::string::npos);
  EXPECT_NE(out.find("<li>b: goes back to NPA &amp; Co (unseen text); 100 % of "
                     "its words, declared by its own credit, 90 % sure</li>"),
            std::string::npos);
}

}  // namespace
}  // namespace stemma::show
