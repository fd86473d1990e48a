// CSV after RFC 4180, for spreadsheets.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace stemma::show {

// Appends one record, closed by CRLF. Cells with commas, quotation marks or
// line breaks are quoted. A cell that a spreadsheet would run as a formula
// (first character = + - @, tab or carriage return) gets ' before it.
void append_csv(std::span<const std::string> cells, std::string& out);

}  // namespace stemma::show
