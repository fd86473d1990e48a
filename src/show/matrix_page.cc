// The table is that of the story page (page_matrix.cc). Below it every row of
// several readings is shown word by word against its base.
#include "show/matrix_page.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "show/html.h"
#include "show/matrix_rows.h"
#include "show/page_frame.h"
#include "show/page_parts.h"
#include "show/word_marks.h"
#include "show/words.h"

namespace stemma::show {
namespace {

void write_reading(const PageStory& story, const Cell& cell,
                   const std::vector<WordMark>& marks, HtmlWriter& html) {
  html.markup("<li>");
  write_name(story, cell.report, html);
  html.markup(" <span class=\"words\"");
  write_language(story, cell.report, html);
  html.markup(">");
  for (std::size_t i = 0; i < cell.spans.size(); ++i) {
    if (i > 0) html.markup(" \u2026 ");
    write_marked(
        {story.reports.report(cell.report).text, cell.spans[i], &marks}, html);
  }
  html.markup("</span></li>\n");
}

bool differs(const Collation& collation) {
  return std::any_of(collation.changes.begin(), collation.changes.end(),
                     [](const auto& changes) { return !changes.empty(); });
}

void write_row(const PageStory& story, std::size_t number, HtmlWriter& html) {
  const MatrixRow& row = story.study.matrix.rows[number];
  const Collation& collation = story.study.collations[number];
  if (!differs(collation)) return;
  html.markup(fmt::format("<details class=\"wordings\"><summary>Row {} ",
                          story.row_numbers[number]))
      .text(counted(row.cells.size(), "reading"))
      .markup("</summary>\n<ul>\n");
  const std::vector<WordMark> no_marks;
  write_reading(story, row.cells[collation.base], no_marks, html);
  for (std::uint32_t r = 0; r < row.cells.size(); ++r) {
    if (r == collation.base) continue;
    write_reading(story, row.cells[r], reading_marks(collation, r), html);
  }
  html.markup("</ul>\n</details>\n");
}

void write_rows(const PageStory& story, HtmlWriter& html) {
  html.markup(
      "<section>\n<h3>Word by word</h3>\n<p class=\"note\">The first reading "
      "of a row is its base. In the others the words are marked that the base "
      "does not have in the same place; a number stands before words that it "
      "has elsewhere.</p>\n");
  std::vector<std::size_t> order(story.row_numbers.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[story.row_numbers[i] - 1] = i;
  }
  for (const std::size_t row : order) write_row(story, row, html);
  html.markup("</section>\n");
}

}  // namespace

std::string matrix_page(const Corpus& corpus,
                        std::span<const StoryStudy> studies,
                        std::string_view version) {
  std::string out;
  HtmlWriter html(out);
  write_page_head(
      studies.size() == 1 ? studies[0].title : counted(studies.size(), "story"),
      html);
  html.markup(
      "<header class=\"top\">\n<h1><span class=\"brand\">Stemma</span> "
      "Statements and reports</h1>\n</header>\n<main>\n");
  for (std::size_t i = 0; i < studies.size(); ++i) {
    const StoryStudy& study = studies[i];
    const ReportSet reports(corpus, study.story.reports);
    const PageStory story = page_story(reports, study, i + 1);
    html.markup(fmt::format("<article id=\"{}\">\n<h2 dir=\"auto\">",
                            story_anchor(story)))
        .text(study.title.empty() ? study.story.id : study.title)
        .markup("</h2>\n");
    write_matrix(story, html);
    write_rows(story, html);
    write_excerpts(story, Texts::kExcerpts, html);
    html.markup("</article>\n");
  }
  html.markup("</main>\n");
  write_page_foot(version,
                  "Statements are the reports' own words. \u201CNot in this "
                  "text\u201D says no more than that.",
                  html);
  return out;
}

}  // namespace stemma::show
