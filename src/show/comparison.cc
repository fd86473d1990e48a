#include "show/comparison.h"

#include <utility>

#include <fmt/format.h>

#include "show/json_parts.h"
#include "show/origin_words.h"
#include "show/side_by_side.h"
#include "show/words.h"

namespace stemma::show {
namespace {

double share(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / whole;
}

void write_reading(const ReportSet& reports, const Comparison& comparison,
                   ReportIndex reading, JsonWriter& json) {
  const Collation& collation = comparison.collation;
  const std::uint32_t shared = collation.shared[reading];
  json.begin_object().key("report").string(reports.id(reading));
  json.key("words").integer(collation.words[reading]);
  if (reading != collation.base) {
    json.key("shared").integer(shared);
    json.key("share_of_base")
        .number(share(shared, collation.words[collation.base]));
    json.key("share_of_report").number(share(shared, collation.words[reading]));
    json.key("changes");
    write_changes(reports, collation.base, reading, collation.changes[reading],
                  json);
  }
  json.end_object();
}

}  // namespace

std::vector<std::vector<WordMark>> marks_of(const Comparison& comparison) {
  const Collation& collation = comparison.collation;
  std::vector<std::vector<WordMark>> marks(comparison.reports.size());
  for (std::uint32_t r = 0; r < marks.size(); ++r) {
    if (r == collation.base) continue;
    marks[r] = reading_marks(collation, r);
    const std::vector<WordMark> of_base = base_marks(collation, r);
    marks[collation.base].insert(marks[collation.base].end(), of_base.begin(),
                                 of_base.end());
  }
  marks[collation.base] = disjoint(std::move(marks[collation.base]));
  return marks;
}

std::string share_words(const ReportSet& reports, const Comparison& comparison,
                        ReportIndex reading) {
  const Collation& collation = comparison.collation;
  const std::uint32_t shared = collation.shared[reading];
  const std::string& base = reports.id(collation.base);
  return fmt::format(
      "{}: {} of its {} stand in {}, {} of {} in it", reports.id(reading),
      percent(share(shared, collation.words[reading])),
      counted(collation.words[reading], "word"), base,
      percent(share(shared, collation.words[collation.base])), base);
}

void append_comparison(const ReportSet& reports, const Comparison& comparison,
                       std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("base").string(reports.id(comparison.collation.base));
  json.key("reports").begin_array();
  for (const ReportIndex reading : comparison.reports) {
    write_reading(reports, comparison, reading, json);
  }
  json.end_array().key("rows").begin_array();
  for (const std::vector<Span>& row : comparison.rows) {
    json.begin_array();
    for (ReportIndex r = 0; r < row.size(); ++r) {
      const Span span = reports.code_points(r, row[r]);
      json.begin_array().integer(span.begin).integer(span.end).end_array();
    }
    json.end_array();
  }
  json.end_array().end_object();
}

std::string comparison_text(const ReportSet& reports,
                            const Comparison& comparison,
                            const TextStyle& style) {
  std::string out;
  std::vector<MarkedText> heads;
  const std::vector<std::vector<WordMark>> marks = marks_of(comparison);
  const std::vector<WordMark> no_marks;
  for (const ReportIndex r : comparison.reports) {
    const std::string& id = reports.id(r);
    heads.push_back(
        {id, {0, static_cast<std::uint32_t>(id.size())}, &no_marks});
    if (r == comparison.collation.base) continue;
    out += wrapped(share_words(reports, comparison, r), 0, style.width);
  }
  out += '\n' + bold(side_by_side(heads, 0, style), style) + '\n';
  for (const std::vector<Span>& row : comparison.rows) {
    std::vector<MarkedText> cells;
    for (ReportIndex r = 0; r < row.size(); ++r) {
      cells.push_back({reports.report(r).text, row[r], &marks[r]});
    }
    out += side_by_side(cells, 0, style) + '\n';
  }
  return out;
}

}  // namespace stemma::show
