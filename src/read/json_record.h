// A JSON object as a report.
#pragma once

#include <string_view>

#include <simdjson.h>

#include "stemma/error.h"
#include "stemma/types/report.h"

namespace stemma::read {

// The report that a record tells of; the value of its field `group_by`, if that
// is not empty, is Report::story. kMalformed, with an empty `where`, if the
// record is no object or has no text.
Result<Report> report_of(simdjson::dom::element record,
                         std::string_view group_by);

}  // namespace stemma::read
