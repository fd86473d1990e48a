#include "show/check.h"

#include <fmt/format.h>

#include "show/json_parts.h"
#include "show/origin_words.h"
#include "show/side_by_side.h"
#include "show/word_marks.h"
#include "show/words.h"

namespace stemma::show {
namespace {

void write_passage(const ReportSet& reports, const CheckedPassage& checked,
                   JsonWriter& json) {
  const Passage& passage = checked.passage;
  json.begin_object().key("a");
  write_place(reports, passage.a, passage.span_a, "id", json);
  json.key("b");
  write_place(reports, passage.b, passage.span_b, "id", json);
  json.key("kind").string(word(passage.kind));
  json.key("similarity").number(passage.similarity).key("changes");
  write_changes(reports, passage.a, passage.b, checked.collation.changes[1],
                json);
  json.end_object();
}

std::string passage_heading(const ReportSet& reports, const Passage& passage) {
  const Span a = reports.code_points(passage.a, passage.span_a);
  const Span b = reports.code_points(passage.b, passage.span_b);
  return fmt::format("{}, similarity {:.2f}: {}-{} of the text, {}-{} of it",
                     word(passage.kind), passage.similarity, a.begin, a.end,
                     b.begin, b.end);
}

}  // namespace

std::string_view order_word(const Report& text, const Report& report) {
  if (certainly_before(report.published, text.published)) return "earlier";
  if (certainly_before(text.published, report.published)) return "later";
  return "not established";
}

std::string found_words(const TextCheck& check) {
  return fmt::format("{} of its {} stand in {} of {}", percent(check.found),
                     counted(check.words, "word"), check.reports.size(),
                     counted(check.compared, "report"));
}

void append_check(const ReportSet& reports, const TextCheck& check,
                  std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("text").string(reports.id(check.text));
  json.key("words").integer(check.words);
  json.key("compared").integer(check.compared);
  json.key("found").number(check.found).key("reports").begin_array();
  for (const SharedWith& shared : check.reports) {
    const Report& report = reports.report(shared.report);
    json.begin_object().key("report").string(report.id);
    json.key("outlet").string_or_null(report.outlet);
    json.key("published").string_or_null(time_word(report.published));
    json.key("order").string(order_word(reports.report(check.text), report));
    json.key("share_of_text").number(shared.share_of_text);
    json.key("share_of_report").number(shared.share_of_report);
    json.key("passages").begin_array();
    for (const CheckedPassage& checked : shared.passages) {
      write_passage(reports, checked, json);
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

std::string check_text(const ReportSet& reports, const TextCheck& check,
                       const TextStyle& style) {
  const Report& text = reports.report(check.text);
  const std::string heading = plain_line(text.id) + ": ";
  std::string out =
      bold(wrapped(heading + found_words(check), 0, style.width), style) + '\n';
  std::size_t number = 0;
  for (const SharedWith& shared : check.reports) {
    const Report& report = reports.report(shared.report);
    std::string line = fmt::format("{}. {}", ++number, report.id);
    if (!report.outlet.empty()) line += fmt::format(" ({})", report.outlet);
    if (report.published.known()) {
      line += fmt::format(", {}, {}", time_word(report.published),
                          order_word(text, report));
    }
    out += bold(wrapped(line, 0, style.width), style);
    out += wrapped(fmt::format("{} of the text stands in it, {} of it in the "
                               "text",
                               percent(shared.share_of_text),
                               percent(shared.share_of_report)),
                   3, style.width);
    for (const CheckedPassage& checked : shared.passages) {
      const Passage& passage = checked.passage;
      const auto marks_a = base_marks(checked.collation, 1);
      const auto marks_b = reading_marks(checked.collation, 1);
      const MarkedText sides[] = {{text.text, passage.span_a, &marks_a},
                                  {report.text, passage.span_b, &marks_b}};
      out += dim(wrapped(passage_heading(reports, passage), 3, style.width),
                 style);
      out += side_by_side(sides, 3, style);
    }
    out += '\n';
  }
  return out;
}

}  // namespace stemma::show
