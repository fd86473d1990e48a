// What the HTML files of all verbs share.
#pragma once

#include <string_view>

#include "show/html.h"
#include "show/report_set.h"

namespace stemma::show {

// From the doctype to the opened body, with the style sheet. The page forbids
// scripts and everything from elsewhere (Content-Security-Policy).
void write_page_head(std::string_view title, HtmlWriter& html);

// A line on how the page was made, and the end of the page. `method`: text.
void write_page_foot(std::string_view version, std::string_view method,
                     HtmlWriter& html);

// lang="..." (if it is known) and dir="auto" for an element with words of the
// report.
void write_language(const ReportSet& reports, ReportIndex report,
                    HtmlWriter& html);

}  // namespace stemma::show
