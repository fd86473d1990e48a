// Links from one report to another.
#pragma once

#include "stemma/types/report.h"

namespace stemma::origin {

// True if the text holds the address of the other report: host and path,
// whatever the scheme, the "www." and the query. Addresses without a path
// lead to an outlet and not to a report.
bool links_to(const Report& report, const Report& other);

}  // namespace stemma::origin
