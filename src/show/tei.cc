// A row of the matrix becomes
//
//   <ab><app type="statement">
//     <lem wit="#s1-w1 #s1-w2"> ... </lem>        the row, word by word
//     <rdg wit="#s1-w3" type="not-in-text"/>
//     <rdg wit="#s1-w4" type="unknown"><gap reason="tail-cut"/></rdg>
//   </app></ab>
//
// because in parallel segmentation what stands outside an <app> is read as the
// text of all witnesses. The inner <lem> is the base's reading and holds an
// <app> for every segment of the collation in which the readings part. A
// <rdg> has as `type` what was done (replaced, inserted, cut, moved) and as
// `cause` the kind of the difference in fact that stands there, if there is
// one; wordings of one type make a <rdgGrp>. The lemmata in a row give the
// statement as it stands in the base, its punctuation included.
#include "show/tei.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "show/html.h"
#include "show/matrix_rows.h"
#include "show/tei_apparatus.h"
#include "show/words.h"

namespace stemma::show {
namespace {

// xsd:date or xsd:dateTime.
std::string when_of(const PublicationTime& time) {
  PublicationTime exact = time;
  if (exact.precision == TimePrecision::kMinute) {
    exact.precision = TimePrecision::kSecond;
  }
  return time_word(exact);
}

void write_witness(const TeiStory& story, ReportIndex report,
                   HtmlWriter& html) {
  const Report& of = story.reports.report(report);
  html.markup(
      fmt::format("<witness xml:id=\"{}\" n=\"", witness_id(story, report)));
  write_xml(of.id, html);
  html.markup("\">");
  if (!of.outlet.empty()) {
    html.markup("<orgName>");
    write_xml(of.outlet, html);
    html.markup("</orgName> ");
  }
  if (!of.title.empty()) {
    html.markup("<title>");
    write_xml(of.title, html);
    html.markup("</title> ");
  }
  if (of.published.known()) {
    const std::string when = when_of(of.published);
    html.markup("<date when=\"").text(when).markup("\">").text(when);
    html.markup("</date> ");
  }
  if (is_web_address(of.url)) {
    html.markup("<ref target=\"");
    write_xml(of.url, html);
    html.markup("\"/>");
  }
  html.markup("</witness>\n");
}

void write_header(const TeiStory& story, std::string_view title,
                  std::string_view version, HtmlWriter& html) {
  html.markup("<teiHeader>\n<fileDesc>\n<titleStmt><title>");
  write_xml(title, html);
  html.markup("</title></titleStmt>\n<publicationStmt><p>Made by Stemma ")
      .text(version)
      .markup(" from files on disk.</p></publicationStmt>\n<sourceDesc>\n")
      .markup("<listWit>\n");
  for (ReportIndex i = 0; i < story.reports.size(); ++i) {
    write_witness(story, i, html);
  }
  html.markup(
      "</listWit>\n</sourceDesc>\n</fileDesc>\n<encodingDesc>\n"
      "<variantEncoding method=\"parallel-segmentation\" "
      "location=\"internal\"/>\n</encodingDesc>\n</teiHeader>\n");
}

std::vector<ReportIndex> reports_of(const MatrixRow& row) {
  std::vector<ReportIndex> reports;
  reports.reserve(row.cells.size());
  for (const Cell& cell : row.cells) reports.push_back(cell.report);
  return reports;
}

void write_unknown(const TeiStory& story, const MatrixRow& row,
                   HtmlWriter& html) {
  for (const UnknownReading& unknown : row.unknown) {
    html.markup("<rdg wit=\"")
        .text(pointers(story, {{unknown.report}}))
        .markup("\" type=\"unknown\"><gap reason=\"")
        .text(hyphened(word(unknown.why)))
        .markup("\"/></rdg>\n");
  }
}

void write_row(const TeiStory& story, std::size_t number, HtmlWriter& html) {
  const MatrixRow& row = story.study.matrix.rows[number];
  if (row.cells.empty()) return;
  html.markup(fmt::format("<ab xml:id=\"s{0}-r{1}\" n=\"{1}\">", story.number,
                          number + 1));
  const bool in_all = row.not_in_text.empty() && row.unknown.empty();
  if (!in_all) {
    html.markup("<app type=\"statement\">\n<lem wit=\"")
        .text(pointers(story, reports_of(row)))
        .markup("\">");
  }
  write_apparatus(story, number, html);
  if (!in_all) {
    html.markup("</lem>\n");
    if (!row.not_in_text.empty()) {
      html.markup("<rdg wit=\"")
          .text(pointers(story, row.not_in_text))
          .markup("\" type=\"not-in-text\"/>\n");
    }
    write_unknown(story, row, html);
    html.markup("</app>");
  }
  for (const Difference& difference : row.differences) {
    html.markup("\n<note type=\"")
        .text(hyphened(word(difference.kind)))
        .markup("\">");
    write_xml(difference_words(story.reports, difference), html);
    html.markup("</note>");
  }
  html.markup("</ab>\n");
}

}  // namespace

std::string_view tei_declaration() {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
}

std::string tei_story(const ReportSet& reports, const StoryStudy& study,
                      std::size_t number, std::string_view version) {
  std::string out;
  HtmlWriter html(out);
  const TeiStory story{reports, study, number};
  const std::string& title = study.title.empty() ? study.story.id : study.title;
  html.markup("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n");
  write_header(story, title, version, html);
  html.markup(
      fmt::format("<text>\n<body>\n<div xml:id=\"s{}\" type=\"story\" "
                  "n=\"",
                  number));
  write_xml(study.story.id, html);
  html.markup("\">\n<head>");
  write_xml(title, html);
  html.markup("</head>\n");
  for (std::size_t i = 0; i < study.matrix.rows.size(); ++i) {
    write_row(story, i, html);
  }
  if (study.matrix.rows.empty()) html.markup("<ab/>\n");
  html.markup("</div>\n</body>\n</text>\n</TEI>\n");
  return out;
}

std::string tei_corpus_begin(std::string_view version) {
  std::string out;
  HtmlWriter html(out);
  html.markup(
          "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader>\n"
          "<fileDesc>\n<titleStmt><title>Stories</title></titleStmt>\n"
          "<publicationStmt><p>Made by Stemma ")
      .text(version)
      .markup(
          " from files on disk.</p></publicationStmt>\n<sourceDesc><p>The "
          "reports of each story are its witnesses.</p></sourceDesc>\n"
          "</fileDesc>\n</teiHeader>\n");
  return out;
}

std::string_view tei_corpus_end() { return "</teiCorpus>\n"; }

}  // namespace stemma::show
