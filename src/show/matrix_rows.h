// What every output says of a row of the matrix.
#pragma once

#include <string>

#include "show/report_set.h"
#include "stemma/types/matrix.h"

namespace stemma::show {

// The base report's reading, verbatim; "" where the row has none.
std::string statement_of(const ReportSet& reports, const MatrixRow& row);

// The cell of a report, or nullptr.
const Cell* cell_of(const MatrixRow& row, ReportIndex report);

// What stands in the table for a report: "same", "reworded", "partial",
// "differs", "not in this text", "unknown (head cut)".
std::string reading_word(const MatrixRow& row, ReportIndex report);

// "3 reports, at most 2 tellings, attributed to A, B".
std::string support_words(const Support& support);

// "number, conflict: 12 (Outlet A) / 14 (Outlet B, Outlet C)".
std::string difference_words(const ReportSet& reports,
                             const Difference& difference);

}  // namespace stemma::show
