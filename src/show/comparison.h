// What `stemma compare` prints: whole texts side by side.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "show/report_set.h"
#include "show/terminal.h"
#include "show/word_marks.h"
#include "stemma/types/comparison.h"

namespace stemma::show {

// One object, without a line break.
void append_comparison(const ReportSet& reports, const Comparison& comparison,
                       std::string& out);

// The texts in columns, sentence by sentence of the base.
std::string comparison_text(const ReportSet& reports,
                            const Comparison& comparison,
                            const TextStyle& style);

// The same as one static HTML file, that loads nothing and runs nothing.
std::string comparison_page(const ReportSet& reports,
                            const Comparison& comparison,
                            std::string_view version);

// By reading, the words that are marked: of the base those that any other text
// changes, of the others those that differ from the base.
std::vector<std::vector<WordMark>> marks_of(const Comparison& comparison);

// "b: 83 % of its 212 words stand in a, 90 % of a in it", for a reading that is
// not the base.
std::string share_words(const ReportSet& reports, const Comparison& comparison,
                        ReportIndex reading);

}  // namespace stemma::show
