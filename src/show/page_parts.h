// The parts of a story on the page, each appended in turn.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "show/html.h"
#include "show/page.h"
#include "show/report_set.h"
#include "stemma/engine.h"

namespace stemma::show {

// A story as the parts see it.
struct PageStory {
  const ReportSet& reports;
  const StoryStudy& study;
  std::size_t number = 1;  // of the story on the page, counted from 1
  // The number that each row of the matrix has on the page: rows of two
  // reports or more first, so that a reader meets 1, 2, 3.
  std::vector<std::size_t> row_numbers;
};

PageStory page_story(const ReportSet& reports, const StoryStudy& study,
                     std::size_t number);

// Ids for links inside the page: the story, a row, a report's excerpts, and a
// reading of a row in a report.
std::string story_anchor(const PageStory& story);
std::string row_anchor(const PageStory& story, std::size_t row);
std::string report_anchor(const PageStory& story, ReportIndex report);
std::string reading_anchor(const PageStory& story, std::size_t row,
                           ReportIndex report);

// The report's name, isolated so that its script's direction stays in it.
void write_name(const PageStory& story, ReportIndex report, HtmlWriter& html);

// Names of reports, joined by commas.
template <typename Reports>
void write_names(const PageStory& story, const Reports& reports,
                 HtmlWriter& html) {
  bool first = true;
  for (const ReportIndex report : reports) {
    if (!first) html.markup(", ");
    first = false;
    write_name(story, report, html);
  }
}

// lang="..." (if it is known) and dir="auto" for an element with its words.
void write_language(const PageStory& story, ReportIndex report,
                    HtmlWriter& html);

void write_counts(const PageStory& story, HtmlWriter& html);
void write_reports(const PageStory& story, HtmlWriter& html);
void write_stemma(const PageStory& story, HtmlWriter& html);
void write_matrix(const PageStory& story, HtmlWriter& html);
void write_quotations(const PageStory& story, HtmlWriter& html);
void write_labels(const PageStory& story, HtmlWriter& html);
void write_excerpts(const PageStory& story, Texts texts, HtmlWriter& html);

}  // namespace stemma::show
