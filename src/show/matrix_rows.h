// What every output says of a row of the matrix.
#pragma once

#include <string>

#include "show/report_set.h"
#include "stemma/types/matrix.h"
#include "stemma/types/origins.h"

namespace stemma::show {

// The base report's reading, verbatim; "" where the row has none.
std::string statement_of(const ReportSet& reports, const MatrixRow& row);

// The cell of a report, or nullptr.
const Cell* cell_of(const MatrixRow& row, ReportIndex report);

// Why a report's reading is unknown, or nullptr.
const UnknownReading* unknown_of(const MatrixRow& row, ReportIndex report);

// What stands in the table for a report: "same", "reworded", "partial",
// "differs", "not in this text", "unknown (head cut)".
std::string reading_word(const MatrixRow& row, ReportIndex report);

// The words that show why a reading is unknown, in quotation marks; with the
// report that they stand in where it is another one. "" for every other
// reading.
std::string evidence_words(const ReportSet& reports, const MatrixRow& row,
                           ReportIndex report);

// "at most 2 of 3 tellings, at most 1 of 2 sources, 3 reports, in part
// attributed to A and B"; "not attributed" where nobody is said to say it.
std::string support_words(const Support& support, const Origins& origins);

// "number, conflict: 12 (Outlet A) / 14 (Outlet B, Outlet C)".
std::string difference_words(const ReportSet& reports,
                             const Difference& difference);

}  // namespace stemma::show
