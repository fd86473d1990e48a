// The verbs' results for reading on a terminal. Each function returns lines,
// every one closed by a line break, and escapes what the reports hold.
#pragma once

#include <span>
#include <string>

#include "show/objects.h"
#include "show/report_set.h"
#include "show/terminal.h"
#include "stemma/engine.h"

namespace stemma::show {

// stemma stories: a table, one line a story under one header.
std::string stories_header(const TextStyle& style, Counts counts);
std::string story_text(const StorySummary& story, const TextStyle& style,
                       Counts counts);
// What the two counts mean.
std::string stories_footer(const TextStyle& style);

// stemma reuse: both sides of a passage; a group of equal reports.
std::string passage_text(const ReportSet& reports, const Passage& passage,
                         const TextStyle& style);
std::string same_text(const ReportSet& reports,
                      std::span<const ReportIndex> group,
                      const TextStyle& style);

// stemma quotes.
std::string quotation_text(const ReportSet& reports, ReportIndex report,
                           const Quotation& quotation, const TextStyle& style);
// With families: the wordings of each utterance, with what became of them. One
// vector a report.
std::string families_text(const ReportSet& reports,
                          const std::vector<std::vector<Quotation>>& quotations,
                          const TextStyle& style);

// stemma matrix and stemma origins: one story.
std::string matrix_text(const ReportSet& reports, const StoryStudy& study,
                        const TextStyle& style);
std::string origins_text(const ReportSet& reports, const StoryStudy& study,
                         const TextStyle& style);

// stemma origins --explain: one report with its evidence and the words that it
// shares.
std::string explanation_text(const ReportSet& reports, const StoryStudy& study,
                             ReportIndex report, const TextStyle& style);

// Title, number of reports and counts of a story, as its heading.
std::string story_heading(const StoryStudy& study, const TextStyle& style);

}  // namespace stemma::show
