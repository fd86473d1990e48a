// What a report says at its end of where it comes from.
#pragma once

#include <cstdint>

#include "stemma/types/report.h"

namespace stemma::read {

// Looks at the last lines of report.text, from the end upwards, for as long as
// they are credits: an agency's name alone, "Source: X", a web address,
// "(Reporting by X; editing by Y)", "X contributed to this report", a notice
// of copyright, invitations to read on; and at the end of the last line of the
// body. Adds to report.credits and report.paratext, in no order. Nothing
// before byte `from` is looked at, and the first line after it is never taken
// whole, so a report keeps a body.
void read_closing_credits(Report& report, std::uint32_t from);

}  // namespace stemma::read
