#include "show/csv.h"

namespace stemma::show {
namespace {

void append_cell(std::string_view cell, std::string& out) {
  constexpr std::string_view kFormulaStarts = "=+-@\t\r";
  const bool formula =
      !cell.empty() && kFormulaStarts.find(cell[0]) != std::string_view::npos;
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    if (formula) out += '\'';
    out += cell;
    return;
  }
  out += formula ? "\"'" : "\"";
  for (const char byte : cell) {
    if (byte == '"') out += '"';
    out += byte;
  }
  out += '"';
}

}  // namespace

void append_csv(std::span<const std::string> cells, std::string& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    append_cell(cells[i], out);
  }
  out += "\r\n";
}

}  // namespace stemma::show
