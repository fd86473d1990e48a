// The header of a text: lines that say what the report is, before it begins.
#pragma once

#include <cstdint>

#include "stemma/types/report.h"

namespace stemma::read {

// Reads header lines at the top of report.text ("date 2023-11-07", even where
// the body follows on the same line; "Title: ..."; "Outlet: ..."; a date alone
// on a line; a block between "---") and bylines ("By A. Writer"). Fields that
// are empty are set from them; each is added to report.paratext in order, and
// an agency in a byline to report.credits. Returns the byte where the rest of
// the text begins.
std::uint32_t read_header(Report& report);

// True if the line is a byline and nothing else. Sets report.byline if empty
// and adds paratext and credits.
bool read_byline(Report& report, Span line);

// Adds a credit for each agency in a byline that came as a field.
void credit_byline_field(Report& report);

}  // namespace stemma::read
