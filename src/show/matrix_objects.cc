#include "show/json_parts.h"
#include "show/matrix_rows.h"
#include "show/objects.h"
#include "show/word_marks.h"
#include "show/words.h"

namespace stemma::show {
namespace {

// `collation`: of the cell's row, where it is known.
void write_cell(const ReportSet& reports, const MatrixRow& row,
                std::size_t number, const Collation* collation,
                JsonWriter& json) {
  const Cell& cell = row.cells[number];
  json.begin_object().key("report").string(reports.id(cell.report));
  json.key("spans");
  write_spans(reports, cell.report, cell.spans, json);
  json.key("relation").string(word(cell.relation));
  json.key("voice").string(word(cell.voice));
  json.key("attributed_to").string_or_null(cell.attributed_to);
  if (collation != nullptr && cell.report != row.base) {
    json.key("changes");
    write_changes(reports, row.base, cell.report, collation->changes[number],
                  json);
  }
  json.end_object();
}

void write_support(const Support& support, JsonWriter& json) {
  json.begin_object().key("reports").integer(support.reports);
  json.key("tellings").integer(support.tellings);
  json.key("sources").integer(support.sources);
  json.key("attributed_to");
  write_strings(support.attributed_to, json);
  json.key("unnamed").integer(support.unnamed);
  json.key("not_attributed").integer(support.not_attributed);
  json.end_object();
}

void write_words(const ReportSet& reports, ReportIndex report, Span words,
                 std::string_view value, JsonWriter& json) {
  const Span span = reports.code_points(report, words);
  json.begin_object().key("report").string(reports.id(report));
  json.key("span").begin_array().integer(span.begin).integer(span.end);
  json.end_array().key("value").string(value).end_object();
}

void write_evidence(const ReportSet& reports, const UnknownReading& unknown,
                    JsonWriter& json) {
  if (unknown.evidence.empty()) {
    json.null();
    return;
  }
  const ReportIndex report = unknown.evidence_in;
  write_words(reports, report, unknown.evidence,
              reports.text(report, {&unknown.evidence, 1}), json);
}

void write_difference(const ReportSet& reports, const Difference& difference,
                      JsonWriter& json) {
  json.begin_object().key("kind").string(word(difference.kind));
  json.key("fact").string(word(difference.fact));
  json.key("values").begin_array();
  for (const DifferenceValue& value : difference.values) {
    write_words(reports, value.report, value.span, value.value, json);
  }
  json.end_array().end_object();
}

void write_row(const ReportSet& reports, const MatrixRow& row,
               const Collation* collation, JsonWriter& json) {
  json.begin_object().key("statement").string(statement_of(reports, row));
  json.key("base").string(reports.id(row.base));
  json.key("cells").begin_array();
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    write_cell(reports, row, i, collation, json);
  }
  json.end_array().key("not_in_text");
  write_ids(reports, row.not_in_text, json);
  json.key("unknown").begin_array();
  for (const UnknownReading& unknown : row.unknown) {
    json.begin_object().key("report").string(reports.id(unknown.report));
    json.key("why").string(word(unknown.why)).key("evidence");
    write_evidence(reports, unknown, json);
    json.end_object();
  }
  json.end_array().key("support");
  write_support(row.support, json);
  json.key("differences").begin_array();
  for (const Difference& difference : row.differences) {
    write_difference(reports, difference, json);
  }
  json.end_array().end_object();
}

void write_link(const ReportSet& reports, const Link& link, JsonWriter& json) {
  json.begin_object().key("a");
  write_place(reports, link.a, link.span_a, "report", json);
  json.key("b");
  write_place(reports, link.b, link.span_b, "report", json);
  json.key("relation").string(word(link.relation));
  json.key("probability").number(link.probability).end_object();
}

void write_label(const ReportSet& reports, const Label& label,
                 JsonWriter& json) {
  json.begin_object().key("thing").integer(label.thing);
  json.key("text").string(label.text);
  json.key("voice").string(word(label.voice));
  json.key("report").string(reports.id(label.report)).key("spans");
  write_spans(reports, label.report, label.spans, json);
  json.end_object();
}

}  // namespace

void append_matrix(const ReportSet& reports, const StoryStudy& study,
                   std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("story").string(study.story.id);
  json.key("rows").begin_array();
  for (std::size_t i = 0; i < study.matrix.rows.size(); ++i) {
    const bool collated = i < study.collations.size();
    write_row(reports, study.matrix.rows[i],
              collated ? &study.collations[i] : nullptr, json);
  }
  json.end_array().key("links").begin_array();
  for (const Link& link : study.matrix.links) write_link(reports, link, json);
  json.end_array().key("quotes").begin_array();
  for (ReportIndex i = 0; i < study.quotations.size(); ++i) {
    for (const Quotation& quotation : study.quotations[i]) {
      write_quotation(reports, i, quotation, json);
    }
  }
  json.end_array().key("labels").begin_array();
  for (const Label& label : study.matrix.labels) {
    write_label(reports, label, json);
  }
  json.end_array().end_object();
}

}  // namespace stemma::show
