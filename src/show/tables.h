// The verbs' results as CSV records. Each *_columns() is the header record;
// the other functions append records under it. Positions are code points.
#pragma once

#include <span>
#include <string>

#include "show/objects.h"
#include "show/report_set.h"
#include "stemma/engine.h"

namespace stemma::show {

// One record a story.
std::string story_columns(Counts counts);
void append_story_record(const StorySummary& story, Counts counts,
                         std::string& out);

// One record a passage; a group of equal reports is one record for each
// report after the first, of the kind "equal".
std::string passage_columns();
void append_passage_record(const ReportSet& reports, const Passage& passage,
                           std::string& out);
void append_same_records(const ReportSet& reports,
                         std::span<const ReportIndex> group, std::string& out);

// One record a quotation.
std::string quotation_columns();
void append_quotation_record(const ReportSet& reports, ReportIndex report,
                             const Quotation& quotation, std::string& out);

// One record for each statement and report.
std::string matrix_columns();
void append_matrix_records(const ReportSet& reports, const StoryStudy& study,
                           std::string& out);

// One record a report.
std::string origins_columns();
void append_origins_records(const ReportSet& reports, const StoryStudy& study,
                            std::string& out);

}  // namespace stemma::show
