// The verbs' results as JSON objects, one a line in JSON Lines. Field by
// field: docs/output.md. Every function appends one object to `out`, without
// a line break; spans are code points of the report's text.
#pragma once

#include <span>
#include <string>

#include "show/report_set.h"
#include "stemma/engine.h"

namespace stemma::show {

enum class Counts { kShown, kNotMade };

// stemma stories. With kShown a story without counts has null in their place.
void append_story(const StorySummary& story, Counts counts, std::string& out);

// stemma reuse: a passage, a group of equal reports, what an outlet repeats,
// partners passed over.
void append_passage(const ReportSet& reports, const Passage& passage,
                    std::string& out);
void append_same(const ReportSet& reports, std::span<const ReportIndex> group,
                 std::string& out);
void append_boilerplate(const ReportSet& reports, ReportIndex report,
                        std::span<const Span> spans, std::string& out);
void append_partners_cut(const ReportSet& reports, ReportIndex report,
                         std::uint32_t partners_cut, std::string& out);

// stemma quotes.
void append_quotation(const ReportSet& reports, ReportIndex report,
                      const Quotation& quotation, std::string& out);

// stemma matrix.
void append_matrix(const ReportSet& reports, const StoryStudy& study,
                   std::string& out);

// stemma origins.
void append_origins(const ReportSet& reports, const StoryStudy& study,
                    std::string& out);

// stemma origins --explain: the derivation of one report, with its story.
void append_derivation(const ReportSet& reports, const StoryStudy& study,
                       ReportIndex report, std::string& out);

// stemma --errors FILE: an input that could not be read.
void append_error(const Error& error, std::string& out);

}  // namespace stemma::show
