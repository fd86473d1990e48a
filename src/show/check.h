// What `stemma check` prints: where a text comes from, where it was used.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "show/report_set.h"
#include "show/terminal.h"
#include "stemma/types/check.h"

namespace stemma::show {

// One object, without a line break. `reports` is the whole corpus.
void append_check(const ReportSet& reports, const TextCheck& check,
                  std::string& out);

// The two shares of each report and its passages, side by side.
std::string check_text(const ReportSet& reports, const TextCheck& check,
                       const TextStyle& style);

// The same as one static HTML file, that loads nothing and runs nothing.
std::string check_page(const ReportSet& reports,
                       std::span<const TextCheck> checks,
                       std::string_view version);

// "earlier", "later" or "not established": whether the report was published
// before the text.
std::string_view order_word(const Report& text, const Report& report);

// "83 % of its 212 words stand in 4 of 120 reports".
std::string found_words(const TextCheck& check);

}  // namespace stemma::show
