// The matrix as a critical apparatus: TEI P5, parallel segmentation (chapter
// "Critical Apparatus" of the Guidelines), for the tools of that field.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "show/report_set.h"
#include "stemma/engine.h"

namespace stemma::show {

// The XML declaration.
std::string_view tei_declaration();

// A <TEI> element for one story, counted from 1 within the document: every
// report a witness, every row an <ab> in the wording of its base. Where
// readings differ stands an <app>; a report that does not have the row, or may
// have lost it, is a reading of the row too. REQUIRES: study.collations is
// filled in.
std::string tei_story(const ReportSet& reports, const StoryStudy& study,
                      std::size_t number, std::string_view version);

// What stands around the stories where there are several.
std::string tei_corpus_begin(std::string_view version);
std::string_view tei_corpus_end();

}  // namespace stemma::show
