// The page of `stemma check`: for each text its two shares, then every report
// that shares passages with it, with the passages in two columns.
#include <fmt/format.h>

#include "show/check.h"
#include "show/html.h"
#include "show/origin_words.h"
#include "show/page_frame.h"
#include "show/word_marks.h"
#include "show/words.h"

namespace stemma::show {
namespace {

void write_side(const ReportSet& reports, ReportIndex report,
                const MarkedText& marked, HtmlWriter& html) {
  html.markup("<td");
  write_language(reports, report, html);
  html.markup(">");
  write_marked(marked, html);
  html.markup("</td>\n");
}

void write_name(const ReportSet& reports, ReportIndex report,
                HtmlWriter& html) {
  const Report& shown = reports.report(report);
  const bool linked = is_web_address(shown.url);
  if (linked) {
    html.markup("<a rel=\"noopener noreferrer\" href=\"")
        .text(shown.url)
        .markup("\">");
  }
  html.markup("<bdi>").text(reports.name(report)).markup("</bdi>");
  if (linked) html.markup("</a>");
}

void write_passages(const ReportSet& reports, const SharedWith& shared,
                    ReportIndex text, HtmlWriter& html) {
  html.markup(
          "<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
          "aria-label=\"Passages\">\n<table class=\"beside\">\n<caption>"
          "Passages, with the words that the other side does not have in the "
          "same place marked; numbers lead from words to the same words "
          "elsewhere.</caption>\n<thead><tr><th scope=\"col\"><bdi>")
      .text(reports.id(text))
      .markup("</bdi></th><th scope=\"col\"><bdi>")
      .text(reports.id(shared.report))
      .markup("</bdi></th></tr></thead>\n<tbody>\n");
  for (const CheckedPassage& checked : shared.passages) {
    const auto marks_a = base_marks(checked.collation, 1);
    const auto marks_b = reading_marks(checked.collation, 1);
    const Passage& passage = checked.passage;
    html.markup("<tr>");
    write_side(reports, text,
               {reports.report(text).text, passage.span_a, &marks_a}, html);
    write_side(reports, shared.report,
               {reports.report(shared.report).text, passage.span_b, &marks_b},
               html);
    html.markup("</tr>\n");
  }
  html.markup("</tbody>\n</table>\n</div>\n");
}

void write_shared(const ReportSet& reports, const SharedWith& shared,
                  ReportIndex text, HtmlWriter& html) {
  const Report& report = reports.report(shared.report);
  html.markup("<section class=\"passages\">\n<h3>");
  write_name(reports, shared.report, html);
  html.markup("</h3>\n<p class=\"facts\"><bdi>").text(report.id);
  html.markup("</bdi>");
  if (report.published.known()) {
    html.markup(" \u00B7 ").text(time_word(report.published));
    html.markup(" \u00B7 ").text(order_word(reports.report(text), report));
  }
  html.markup("</p>\n<p class=\"share\"><b>")
      .text(percent(shared.share_of_text))
      .markup("</b> of the text stands in it, <b>")
      .text(percent(shared.share_of_report))
      .markup("</b> of it in the text</p>\n");
  write_passages(reports, shared, text, html);
  html.markup("</section>\n");
}

void write_check(const ReportSet& reports, const TextCheck& check,
                 HtmlWriter& html) {
  html.markup("<article>\n<h2><bdi>")
      .text(reports.id(check.text))
      .markup("</bdi></h2>\n<p>")
      .text(found_words(check))
      .markup(".</p>\n");
  for (const SharedWith& shared : check.reports) {
    write_shared(reports, shared, check.text, html);
  }
  html.markup("</article>\n");
}

}  // namespace

std::string check_page(const ReportSet& reports,
                       std::span<const TextCheck> checks,
                       std::string_view version) {
  std::string out;
  HtmlWriter html(out);
  write_page_head(checks.size() == 1 ? reports.id(checks[0].text)
                                     : counted(checks.size(), "text"),
                  html);
  html.markup(
      "<header class=\"top\">\n<h1><span class=\"brand\">Stemma</span> "
      "Where the text stands elsewhere</h1>\n</header>\n<main>\n");
  for (const TextCheck& check : checks) write_check(reports, check, html);
  html.markup("</main>\n");
  write_page_foot(version,
                  "Shares are shares of words that stand in verified passages "
                  "and have their like on the other side. Texts can show that "
                  "one rests on another, never that it does not; the order of "
                  "publication is that of the dates given.",
                  html);
  return out;
}

}  // namespace stemma::show
