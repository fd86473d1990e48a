#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "show/page_parts.h"
#include "show/words.h"

namespace stemma::show {
namespace {

// A stretch that a row of the matrix holds.
struct Mark {
  Span span;
  std::size_t row = 0;
  bool first = false;  // of its cell: the place that the table links to
};

// A stretch of text shown without a break.
struct Run {
  Span span;
  bool after_gap = false;  // sentences before it are not shown
};

std::vector<Mark> marks_of(const PageStory& story, ReportIndex report) {
  std::vector<Mark> marks;
  const std::vector<MatrixRow>& rows = story.study.matrix.rows;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const Cell& cell : rows[row].cells) {
      if (cell.report != report) continue;
      for (std::size_t i = 0; i < cell.spans.size(); ++i) {
        marks.push_back({cell.spans[i], row, i == 0});
      }
    }
  }
  std::stable_sort(
      marks.begin(), marks.end(),
      [](const Mark& a, const Mark& b) { return a.span < b.span; });
  return marks;
}

// Which sentences are shown: those that hold a mark, and their neighbours,
// but for paratext. One pass over both, which are in order.
std::vector<bool> shown_sentences(const std::vector<Sentence>& sentences,
                                  const std::vector<Mark>& marks) {
  std::vector<bool> holds(sentences.size(), false);
  std::size_t next = 0;
  for (const Mark& mark : marks) {
    while (next < sentences.size() &&
           sentences[next].span.end <= mark.span.begin) {
      ++next;
    }
    for (std::size_t i = next;
         i < sentences.size() && sentences[i].span.begin < mark.span.end; ++i) {
      holds[i] = true;
    }
  }
  std::vector<bool> shown = holds;
  for (std::size_t i = 0; i < holds.size(); ++i) {
    const bool neighbour =
        (i > 0 && holds[i - 1]) || (i + 1 < holds.size() && holds[i + 1]);
    if (neighbour && sentences[i].kind != SentenceKind::kParatext) {
      shown[i] = true;
    }
  }
  return shown;
}

// One run for each paragraph's neighbouring sentences.
std::vector<Run> excerpts(const std::vector<Sentence>& sentences,
                          const std::vector<bool>& shown) {
  std::vector<Run> runs;
  bool gap = false;
  bool joined = false;  // the sentence before is shown
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = sentences[i];
    if (!shown[i]) {
      gap = gap || sentence.kind != SentenceKind::kParatext;
      joined = false;
      continue;
    }
    if (joined && sentences[i - 1].paragraph == sentence.paragraph) {
      runs.back().span.end = sentence.span.end;
    } else {
      runs.push_back({sentence.span, gap});
    }
    gap = false;
    joined = true;
  }
  return runs;
}

// The whole text, one run a line.
std::vector<Run> whole_text(std::string_view text) {
  std::vector<Run> runs;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Span line{static_cast<std::uint32_t>(begin),
                    static_cast<std::uint32_t>(end)};
    const std::string_view words = slice(text, line);
    if (words.find_first_not_of(" \t\r") != std::string_view::npos) {
      runs.push_back({line});
    }
    begin = end + 1;
  }
  return runs;
}

void write_mark(const PageStory& story, ReportIndex report, const Mark& mark,
                Span shown, HtmlWriter& html) {
  const std::string& text = story.reports.report(report).text;
  if (mark.first && shown.begin == mark.span.begin) {
    html.markup(fmt::format("<mark id=\"{}\">",
                            reading_anchor(story, mark.row, report)));
  } else {
    html.markup("<mark>");
  }
  html.text(slice(text, shown))
      .markup(fmt::format("</mark><sup><a href=\"#{0}\" aria-label=\"row {1}\">"
                          "{1}</a></sup>",
                          row_anchor(story, mark.row),
                          story.row_numbers[mark.row]));
}

// The run with its marks. `next` is the first mark that is not yet passed;
// marks never overlap, and what should all the same is cut.
void write_run(const PageStory& story, ReportIndex report, Span run,
               const std::vector<Mark>& marks, std::size_t& next,
               HtmlWriter& html) {
  const std::string& text = story.reports.report(report).text;
  std::uint32_t done = run.begin;
  while (next < marks.size() && marks[next].span.begin < run.end) {
    const Span span = marks[next].span;
    const Span shown{std::max(span.begin, done), std::min(span.end, run.end)};
    if (shown.begin < shown.end) {
      html.text(slice(text, {done, shown.begin}));
      write_mark(story, report, marks[next], shown, html);
      done = shown.end;
    }
    if (span.end > run.end) break;  // goes on in the next run
    ++next;
  }
  html.text(slice(text, {done, run.end}));
}

void write_report(const PageStory& story, ReportIndex report, Texts texts,
                  HtmlWriter& html) {
  const Report& of = story.reports.report(report);
  const std::vector<Sentence>& sentences =
      story.reports.analysis(report).sentences;
  const std::vector<Mark> marks = marks_of(story, report);
  const std::vector<Run> runs =
      texts == Texts::kWhole
          ? whole_text(of.text)
          : excerpts(sentences, shown_sentences(sentences, marks));
  html.markup(fmt::format("<section class=\"excerpt\" id=\"{}\">\n<h4>",
                          report_anchor(story, report)));
  write_name(story, report, html);
  html.markup("</h4>\n<div class=\"words\"");
  write_language(story, report, html);
  html.markup(">\n");
  std::size_t next = 0;
  for (const Run& run : runs) {
    html.markup(run.after_gap ? "<p class=\"gap\">" : "<p>");
    write_run(story, report, run.span, marks, next, html);
    html.markup("</p>\n");
  }
  if (runs.empty()) {
    html.markup(
        "<p class=\"note\">No statement of this report stands in the "
        "table.</p>\n");
  }
  html.markup("</div>\n</section>\n");
}

}  // namespace

void write_excerpts(const PageStory& story, Texts texts, HtmlWriter& html) {
  html.markup(fmt::format("<section aria-labelledby=\"{0}-texts\">\n"
                          "<h3 id=\"{0}-texts\">",
                          story_anchor(story)))
      .markup(texts == Texts::kWhole ? "Texts" : "Excerpts")
      .markup(
          "</h3>\n<p class=\"note\">The small numbers are the rows of the "
          "table.</p>\n<div class=\"excerpts\">\n");
  for (ReportIndex i = 0; i < story.reports.size(); ++i) {
    write_report(story, i, texts, html);
  }
  html.markup("</div>\n</section>\n");
}

}  // namespace stemma::show
