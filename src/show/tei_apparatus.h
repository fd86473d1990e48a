// The apparatus entries of one row.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "show/html.h"
#include "show/report_set.h"
#include "stemma/engine.h"

namespace stemma::show {

struct TeiStory {
  const ReportSet& reports;
  const StoryStudy& study;
  std::size_t number = 1;  // of the story in the document
};

// "s1-w3": the xml:id of a report.
std::string witness_id(const TeiStory& story, ReportIndex report);

// "#s1-w1 #s1-w3".
std::string pointers(const TeiStory& story,
                     std::span<const ReportIndex> reports);

// "tail-cut" of "tail cut": a value without white space.
std::string hyphened(std::string_view words);

// Text as XML 1.0 may hold it: escaped, and U+FFFE and U+FFFF replaced.
void write_xml(std::string_view text, HtmlWriter& html);

// The row in the base's wording with an <app> wherever readings part.
void write_apparatus(const TeiStory& story, std::size_t row, HtmlWriter& html);

}  // namespace stemma::show
