#include "show/json_parts.h"

#include "show/words.h"

namespace stemma::show {

void write_spans(const ReportSet& reports, ReportIndex report,
                 std::span<const Span> spans, JsonWriter& json) {
  json.begin_array();
  for (const Span span : spans) {
    const Span shown = reports.code_points(report, span);
    json.begin_array().integer(shown.begin).integer(shown.end).end_array();
  }
  json.end_array();
}

void write_ids(const ReportSet& reports, std::span<const ReportIndex> ids,
               JsonWriter& json) {
  json.begin_array();
  for (const ReportIndex report : ids) json.string(reports.id(report));
  json.end_array();
}

void write_strings(std::span<const std::string> strings, JsonWriter& json) {
  json.begin_array();
  for (const std::string& text : strings) json.string(text);
  json.end_array();
}

void write_count(const CountRange& count, JsonWriter& json) {
  json.begin_object().key("likely").integer(count.likely);
  json.key("low").integer(count.low);
  json.key("high").integer(count.high).end_object();
}

void write_place(const ReportSet& reports, ReportIndex report, Span span,
                 std::string_view id_key, JsonWriter& json) {
  const Span shown = reports.code_points(report, span);
  json.begin_object().key(id_key).string(reports.id(report));
  json.key("begin").integer(shown.begin);
  json.key("end").integer(shown.end).end_object();
}

void write_quotation(const ReportSet& reports, ReportIndex report,
                     const Quotation& quotation, JsonWriter& json) {
  json.begin_object().key("report").string(reports.id(report));
  json.key("form").string(word(quotation.form));
  json.key("content");
  write_spans(reports, report, quotation.content, json);
  json.key("cue");
  write_spans(reports, report, quotation.cue, json);
  json.key("source");
  write_spans(reports, report, quotation.source, json);
  json.key("speaker").string_or_null(quotation.speaker);
  json.key("speaker_by").string(word(quotation.speaker_basis));
  json.key("speaker_reports");
  write_ids(reports, quotation.speaker_reports, json);
  json.key("for").string_or_null(quotation.on_behalf_of);
  json.key("family").string_or_null(quotation.family);
  const bool compared = quotation.wording != WordingChange::kNone;
  json.key("wording").string_or_null(compared ? word(quotation.wording) : "");
  json.key("attribution")
      .string_or_null(compared ? word(quotation.attribution) : "");
  json.key("confidence");
  if (quotation.retold) {
    json.null();
  } else {
    json.number(quotation.confidence);
  }
  json.key("text").string(reports.text(report, quotation.content));
  json.end_object();
}

}  // namespace stemma::show
