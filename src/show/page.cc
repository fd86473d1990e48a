// The page is written from top to bottom in one pass: a head with the style
// sheet, the list of stories where there are several, then for each story
//
//   title, the two counts and how they were made   page_counts.cc
//   its reports and what each rests on             page_reports.cc
//   what derives from what, drawn and listed        page_stemma.cc
//   the matrix: statements x reports               page_matrix.cc
//   quotations by family, and labels               page_quotations.cc
//   the excerpts that the rows link to             page_excerpts.cc
//
// and a line on the method. A row of the matrix has a number; the same number
// stands in the excerpts behind every stretch that belongs to the row, and
// each links to the other, so a reader can check every reading in its place.
// Readings are words with a sign, never a colour alone. The style sheet turns
// the matrix into cards on a narrow screen and keeps it a table on paper.
#include "show/page.h"

#include <fmt/format.h>

#include "show/origin_words.h"
#include "show/page_frame.h"
#include "show/page_parts.h"
#include "show/words.h"

namespace stemma::show {
namespace {

void write_head(std::span<const StoryStudy> studies, HtmlWriter& html) {
  const std::string title =
      studies.size() == 1 ? studies[0].title : counted(studies.size(), "story");
  write_page_head(title, html);
}

void write_top(const Corpus& corpus, std::span<const StoryStudy> studies,
               HtmlWriter& html) {
  html.markup(
          "<header class=\"top\">\n<h1><span class=\"brand\">Stemma</span> ")
      .text(counted(studies.size(), "story"))
      .markup(" in ")
      .text(counted(corpus.reports.size(), "report"))
      .markup("</h1>\n</header>\n");
}

// The list of stories, with the same two counts as each story shows.
void write_contents(std::span<const StoryStudy> studies, HtmlWriter& html) {
  if (studies.size() < 2) return;
  html.markup("<nav aria-label=\"Stories\">\n<ol class=\"contents\">\n");
  for (std::size_t i = 0; i < studies.size(); ++i) {
    const StoryStudy& study = studies[i];
    html.markup(fmt::format("<li><a href=\"#s{}\" dir=\"auto\">", i + 1))
        .text(study.title.empty() ? study.story.id : study.title)
        .markup("</a> <small>")
        .text(counted(study.story.reports.size(), "report"))
        .markup(" \u00B7 ")
        .text(at_most(study.origins.telling_count, "telling"))
        .markup(" \u00B7 ")
        .text(at_most(study.origins.source_count, "source"))
        .markup("</small></li>\n");
  }
  html.markup("</ol>\n</nav>\n");
}

void write_story(const PageStory& story, Texts texts, HtmlWriter& html) {
  // A title made of a sentence would fill the screen in the usual size.
  constexpr std::size_t kLongTitle = 90;
  const std::string& title = story.study.title;
  html.markup(fmt::format(
      "<article id=\"{0}\" aria-labelledby=\"{0}-title\">\n"
      "<h2 id=\"{0}-title\" dir=\"auto\"{1}>",
      story_anchor(story), title.size() > kLongTitle ? " class=\"long\"" : ""));
  html.text(title.empty() ? story.study.story.id : title);
  html.markup("</h2>\n");
  write_counts(story, html);
  write_reports(story, html);
  write_stemma(story, html);
  write_matrix(story, html);
  write_quotations(story, html);
  write_labels(story, html);
  write_excerpts(story, texts, html);
  html.markup("</article>\n");
}

void write_method(const PageOptions& options, HtmlWriter& html) {
  html.markup("<footer>\n<p>Made by Stemma ")
      .text(options.version)
      .markup(
          " from files on disk, without a network. Counts are upper bounds: "
          "texts can show that one rests on another, never that it does not. "
          "Statements, quotations and labels are the reports' own words; "
          "what is inferred from them can be wrong, so every reading links to "
          "its place. \u201CNot in this text\u201D says no more than "
          "that.</p>\n</footer>\n</body>\n</html>\n");
}

}  // namespace

PageStory page_story(const ReportSet& reports, const StoryStudy& study,
                     std::size_t number) {
  const std::vector<MatrixRow>& rows = study.matrix.rows;
  std::vector<std::size_t> numbers(rows.size(), 0);
  std::size_t last = 0;
  for (const bool shared : {true, false}) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if ((rows[i].cells.size() > 1) == shared) numbers[i] = ++last;
    }
  }
  return {reports, study, number, std::move(numbers)};
}

std::string story_anchor(const PageStory& story) {
  return fmt::format("s{}", story.number);
}

std::string row_anchor(const PageStory& story, std::size_t row) {
  return fmt::format("s{}-r{}", story.number, story.row_numbers[row]);
}

std::string report_anchor(const PageStory& story, ReportIndex report) {
  return fmt::format("s{}-t{}", story.number, report + 1);
}

std::string reading_anchor(const PageStory& story, std::size_t row,
                           ReportIndex report) {
  return fmt::format("s{}-r{}-t{}", story.number, story.row_numbers[row],
                     report + 1);
}

void write_name(const PageStory& story, ReportIndex report, HtmlWriter& html) {
  html.markup("<bdi>").text(story.reports.name(report)).markup("</bdi>");
}

void write_language(const PageStory& story, ReportIndex report,
                    HtmlWriter& html) {
  write_language(story.reports, report, html);
}

std::string story_page(const Corpus& corpus,
                       std::span<const StoryStudy> studies,
                       const PageOptions& options) {
  std::string out;
  HtmlWriter html(out);
  write_head(studies, html);
  html.markup("<a class=\"skip\" href=\"#main\">Skip to the stories</a>\n");
  write_top(corpus, studies, html);
  write_contents(studies, html);
  html.markup("<main id=\"main\">\n");
  if (options.texts == Texts::kWhole) {
    html.markup(
        "<p class=\"notice\">This page holds the whole texts of the reports. "
        "They belong to their publishers: keep the page to yourself unless you "
        "may pass them on.</p>\n");
  }
  for (std::size_t i = 0; i < studies.size(); ++i) {
    const ReportSet reports(corpus, studies[i].story.reports);
    write_story(page_story(reports, studies[i], i + 1), options.texts, html);
  }
  html.markup("</main>\n");
  write_method(options, html);
  return out;
}

}  // namespace stemma::show
