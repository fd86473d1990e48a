// The page of `stemma compare`: the shares, then one table with a column for
// each text and a row for each sentence of the base.
#include <fmt/format.h>

#include "show/comparison.h"
#include "show/html.h"
#include "show/page_frame.h"
#include "show/words.h"

namespace stemma::show {
namespace {

void write_head_cells(const ReportSet& reports, const Comparison& comparison,
                      HtmlWriter& html) {
  html.markup("<thead><tr>");
  for (const ReportIndex r : comparison.reports) {
    const Report& report = reports.report(r);
    html.markup("<th scope=\"col\"><bdi>").text(report.id).markup("</bdi>");
    if (!report.outlet.empty()) {
      html.markup("<small><bdi>").text(report.outlet).markup("</bdi></small>");
    }
    if (report.published.known()) {
      html.markup("<small>").text(time_word(report.published));
      html.markup("</small>");
    }
    if (r == comparison.collation.base) html.markup("<small>base</small>");
    html.markup("</th>");
  }
  html.markup("</tr></thead>\n");
}

void write_rows(const ReportSet& reports, const Comparison& comparison,
                HtmlWriter& html) {
  const std::vector<std::vector<WordMark>> marks = marks_of(comparison);
  for (const std::vector<Span>& row : comparison.rows) {
    html.markup("<tr>");
    for (ReportIndex r = 0; r < row.size(); ++r) {
      html.markup("<td");
      write_language(reports, r, html);
      html.markup(">");
      write_marked({reports.report(r).text, row[r], &marks[r]}, html);
      html.markup("</td>");
    }
    html.markup("</tr>\n");
  }
}

}  // namespace

std::string comparison_page(const ReportSet& reports,
                            const Comparison& comparison,
                            std::string_view version) {
  std::string out;
  HtmlWriter html(out);
  write_page_head(counted(comparison.reports.size(), "text") + " compared",
                  html);
  html.markup(
      "<header class=\"top\">\n<h1><span class=\"brand\">Stemma</span> Texts "
      "side by side</h1>\n</header>\n<main>\n<p class=\"notice\">This page "
      "holds the whole texts. They belong to their publishers: keep the page "
      "to yourself unless you may pass them on.</p>\n<ul>\n");
  for (const ReportIndex r : comparison.reports) {
    if (r == comparison.collation.base) continue;
    html.markup("<li><bdi>").text(share_words(reports, comparison, r));
    html.markup("</bdi></li>\n");
  }
  html.markup(
      "</ul>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
      "aria-label=\"Texts\">\n<table class=\"beside\">\n<caption>Words that "
      "the base does not have in the same place are marked, and those of the "
      "base that another text does not have; numbers lead from moved words to "
      "their other place.</caption>\n");
  write_head_cells(reports, comparison, html);
  html.markup("<tbody>\n");
  write_rows(reports, comparison, html);
  html.markup("</tbody>\n</table>\n</div>\n</main>\n");
  write_page_foot(version, "What differs is found word by word.", html);
  return out;
}

}  // namespace stemma::show
