#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "show/matrix_rows.h"
#include "show/page_parts.h"
#include "show/words.h"

namespace stemma::show {
namespace {

// The sign that goes with a reading's word.
std::string_view sign_of(Relation relation) {
  switch (relation) {
    case Relation::kSame:
      return "=";
    case Relation::kReworded:
      return "\u2248";
    case Relation::kPartial:
      return "\u2282";
    case Relation::kDiffers:
      return "\u2260";
  }
  return "";
}

std::string_view voice_words(Voice voice) {
  switch (voice) {
    case Voice::kOutlet:
      return "";
    case Voice::kQuoted:
      return "quoted";
    case Voice::kIndirect:
      return "indirect speech";
    case Voice::kHeading:
      return "heading";
  }
  return "";
}

void write_voice(const Cell& cell, HtmlWriter& html) {
  const std::string_view voice = voice_words(cell.voice);
  if (voice.empty() && cell.attributed_to.empty()) return;
  html.markup("<small>").text(voice);
  if (!cell.attributed_to.empty()) {
    html.markup(voice.empty() ? "<bdi>" : ", <bdi>")
        .text(cell.attributed_to)
        .markup("</bdi>");
  }
  html.markup("</small>");
}

// With few reports there is room for the wordings in the table itself.
constexpr std::size_t kReportsWithWordings = 4;

bool has_room(const PageStory& story) {
  return story.reports.size() <= kReportsWithWordings;
}

void write_cell(const PageStory& story, std::size_t row, ReportIndex report,
                HtmlWriter& html) {
  const MatrixRow& of = story.study.matrix.rows[row];
  html.markup("<td role=\"cell\" data-label=\"")
      .text(story.reports.name(report))
      .markup("\">");
  const Cell* cell = cell_of(of, report);
  if (cell == nullptr) {
    html.markup("<span class=\"none\">")
        .text(reading_word(of, report))
        .markup("</span>");
    const std::string evidence = evidence_words(story.reports, of, report);
    if (!evidence.empty()) {
      html.markup("<small>").text(evidence).markup("</small>");
    }
    html.markup("</td>");
    return;
  }
  const std::string_view relation = word(cell->relation);
  const bool base = report == of.base;
  html.markup(fmt::format("<a class=\"reading {}\" href=\"#{}\">", relation,
                          reading_anchor(story, row, report)))
      .markup("<span aria-hidden=\"true\">")
      .markup(sign_of(cell->relation))
      .markup("</span> ")
      .markup(base ? "base wording" : relation)
      .markup("</a>");
  write_voice(*cell, html);
  if (has_room(story) && !base) {
    html.markup("<span class=\"words\"");
    write_language(story, report, html);
    html.markup(">")
        .text(story.reports.text(report, cell->spans))
        .markup("</span>");
  }
  html.markup("</td>");
}

// Every wording once, with the reports that have it; nothing where all have
// the statement's own words.
void write_wordings(const PageStory& story, const MatrixRow& row,
                    HtmlWriter& html) {
  if (row.cells.size() < 2 || has_room(story)) return;
  std::vector<std::pair<std::string, std::vector<ReportIndex>>> wordings;
  for (const Cell& cell : row.cells) {
    std::string text = story.reports.text(cell.report, cell.spans);
    const auto known =
        std::find_if(wordings.begin(), wordings.end(),
                     [&](const auto& one) { return one.first == text; });
    if (known != wordings.end()) {
      known->second.push_back(cell.report);
    } else {
      wordings.emplace_back(std::move(text), std::vector{cell.report});
    }
  }
  if (wordings.size() == 1) return;
  html.markup("<details class=\"wordings\"><summary>")
      .text(counted(wordings.size(), "wording"))
      .markup("</summary><ul>");
  for (const auto& [text, reports] : wordings) {
    html.markup("<li><span class=\"words\"");
    write_language(story, reports.front(), html);
    html.markup(">").text(text).markup("</span> <small>");
    write_names(story, reports, html);
    html.markup("</small></li>");
  }
  html.markup("</ul></details>");
}

void write_differences(const PageStory& story, const MatrixRow& row,
                       HtmlWriter& html) {
  for (const Difference& difference : row.differences) {
    html.markup(
            "<p class=\"difference\"><span aria-hidden=\"true\">\u2260</span> ")
        .text(difference_words(story.reports, difference))
        .markup("</p>");
  }
}

void write_row(const PageStory& story, std::size_t row, HtmlWriter& html) {
  const MatrixRow& of = story.study.matrix.rows[row];
  html.markup(
      fmt::format("<tr role=\"row\" id=\"{}\">"
                  "<th scope=\"row\" role=\"rowheader\">"
                  "<span class=\"row-number\">{}</span> "
                  "<span class=\"words\"",
                  row_anchor(story, row), story.row_numbers[row]));
  write_language(story, of.base, html);
  html.markup(">")
      .text(statement_of(story.reports, of))
      .markup("</span><p class=\"support\">")
      .text(support_words(of.support, story.study.origins))
      .markup("</p>");
  write_differences(story, of, html);
  write_wordings(story, of, html);
  html.markup("</th>");
  for (ReportIndex i = 0; i < story.reports.size(); ++i) {
    write_cell(story, row, i, html);
  }
  html.markup("</tr>\n");
}

void write_columns(const PageStory& story, HtmlWriter& html) {
  html.markup(
      "<thead role=\"rowgroup\"><tr role=\"row\">"
      "<th scope=\"col\" role=\"columnheader\">Statement</th>");
  for (ReportIndex i = 0; i < story.reports.size(); ++i) {
    html.markup(
        fmt::format("<th scope=\"col\" role=\"columnheader\"><a href=\"#{}\">",
                    report_anchor(story, i)));
    write_name(story, i, html);
    html.markup("</a></th>");
  }
  html.markup("</tr></thead>\n");
}

void write_table(const PageStory& story, const std::vector<std::size_t>& rows,
                 std::string_view caption, HtmlWriter& html) {
  html.markup(
          "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
      .text(caption)
      .markup("\">\n<table class=\"cards matrix\" role=\"table\">\n<caption>")
      .text(caption)
      .markup("</caption>\n");
  write_columns(story, html);
  html.markup("<tbody role=\"rowgroup\">\n");
  for (const std::size_t row : rows) write_row(story, row, html);
  html.markup("</tbody>\n</table>\n</div>\n");
}

void write_legend(HtmlWriter& html) {
  html.markup("<dl class=\"legend\">")
      .markup("<div><dt>= same</dt><dd>the same words, or nearly</dd></div>")
      .markup(
          "<div><dt>\u2248 reworded</dt><dd>the same in other words</dd></div>")
      .markup("<div><dt>\u2282 partial</dt><dd>part of it</dd></div>")
      .markup(
          "<div><dt>\u2260 differs</dt><dd>in a number, date, name, place, "
          "person, deed or cause</dd></div>")
      .markup(
          "<div><dt>not in this text</dt><dd>the report is whole where it "
          "would stand</dd></div>")
      .markup(
          "<div><dt>unknown</dt><dd>the text is cut there, or nothing dates "
          "it</dd></div></dl>\n");
}

// Links to the rows where the reports differ, so that they are found first.
void write_conflicts(const PageStory& story, HtmlWriter& html) {
  const std::vector<MatrixRow>& rows = story.study.matrix.rows;
  const auto differs = [](const MatrixRow& row) {
    return !row.differences.empty();
  };
  if (std::none_of(rows.begin(), rows.end(), differs)) return;
  html.markup("<div class=\"conflicts\"><h4>Where the reports differ</h4><ul>");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const Difference& difference : rows[i].differences) {
      html.markup(fmt::format("<li><a href=\"#{}\">row {}</a> ",
                              row_anchor(story, i), story.row_numbers[i]))
          .text(difference_words(story.reports, difference))
          .markup("</li>");
    }
  }
  html.markup("</ul></div>\n");
}

}  // namespace

void write_matrix(const PageStory& story, HtmlWriter& html) {
  std::vector<std::size_t> shared;
  std::vector<std::size_t> single;
  const std::vector<MatrixRow>& rows = story.study.matrix.rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    (rows[i].cells.size() > 1 ? shared : single).push_back(i);
  }
  html.markup(
      fmt::format("<section aria-labelledby=\"{0}-matrix\">\n"
                  "<h3 id=\"{0}-matrix\">What they report</h3>\n",
                  story_anchor(story)));
  write_conflicts(story, html);
  if (shared.empty()) {
    html.markup("<p>No statement was found in two reports or more.</p>\n");
  } else {
    write_legend(html);
    write_table(
        story, shared,
        "Statements in two reports or more, in the order of the fullest "
        "report; reports in the order of publication. Each reading "
        "links to its place.",
        html);
  }
  if (!single.empty()) {
    html.markup("<details class=\"single\"><summary>")
        .text(counted(single.size(), "statement"))
        .markup(" found in one report only</summary>\n");
    write_table(story, single, "Statements found in one report only.", html);
    html.markup("</details>\n");
  }
  html.markup("</section>\n");
}

}  // namespace stemma::show
