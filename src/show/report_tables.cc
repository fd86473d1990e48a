#include <vector>

#include <fmt/format.h>

#include "show/csv.h"
#include "show/tables.h"
#include "show/words.h"

namespace stemma::show {
namespace {

using Cells = std::vector<std::string>;

std::string record(const Cells& cells) {
  std::string out;
  append_csv(cells, out);
  return out;
}

void add_place(const ReportSet& reports, ReportIndex report, Span span,
               Cells& cells) {
  const Span shown = reports.code_points(report, span);
  cells.push_back(reports.id(report));
  cells.push_back(fmt::format("{}", shown.begin));
  cells.push_back(fmt::format("{}", shown.end));
}

}  // namespace

std::string passage_columns() {
  return record({"a", "a_begin", "a_end", "b", "b_begin", "b_end", "kind",
                 "similarity", "a_text", "b_text"});
}

void append_passage_record(const ReportSet& reports, const Passage& passage,
                           std::string& out) {
  Cells cells;
  add_place(reports, passage.a, passage.span_a, cells);
  add_place(reports, passage.b, passage.span_b, cells);
  cells.emplace_back(word(passage.kind));
  cells.push_back(fmt::format("{:.4f}", passage.similarity));
  cells.push_back(reports.text(passage.a, {{passage.span_a}}));
  cells.push_back(reports.text(passage.b, {{passage.span_b}}));
  append_csv(cells, out);
}

void append_same_records(const ReportSet& reports,
                         std::span<const ReportIndex> group, std::string& out) {
  for (std::size_t i = 1; i < group.size(); ++i) {
    Cells cells;
    for (const ReportIndex report : {group.front(), group[i]}) {
      const std::string& text = reports.report(report).text;
      add_place(reports, report, {0, static_cast<std::uint32_t>(text.size())},
                cells);
    }
    cells.insert(cells.end(), {"equal", "1.0000", "", ""});
    append_csv(cells, out);
  }
}

std::string quotation_columns() {
  return record({"report", "outlet", "form", "speaker", "for", "family",
                 "wording", "attribution", "begin", "end", "text"});
}

void append_quotation_record(const ReportSet& reports, ReportIndex report,
                             const Quotation& quotation, std::string& out) {
  Span whole;
  if (!quotation.content.empty()) {
    whole = cover(quotation.content.front(), quotation.content.back());
  }
  const Span shown = reports.code_points(report, whole);
  const bool compared = quotation.wording != WordingChange::kNone;
  const std::string_view wording = compared ? word(quotation.wording) : "";
  const std::string_view attribution =
      compared ? word(quotation.attribution) : "";
  append_csv(Cells{reports.id(report), reports.report(report).outlet,
                   std::string(word(quotation.form)), quotation.speaker,
                   quotation.on_behalf_of, quotation.family,
                   std::string(wording), std::string(attribution),
                   fmt::format("{}", shown.begin), fmt::format("{}", shown.end),
                   reports.text(report, quotation.content)},
             out);
}

}  // namespace stemma::show
