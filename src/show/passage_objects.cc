#include "show/json_parts.h"
#include "show/objects.h"
#include "show/words.h"

namespace stemma::show {

void append_passage(const ReportSet& reports, const Passage& passage,
                    std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("a");
  write_place(reports, passage.a, passage.span_a, "id", json);
  json.key("b");
  write_place(reports, passage.b, passage.span_b, "id", json);
  json.key("kind").string(word(passage.kind));
  json.key("similarity").number(passage.similarity);
  json.key("quoted").number(passage.quoted);
  json.key("aligned").begin_array();
  for (const AlignedRun& run : passage.aligned) {
    const Span a = reports.code_points(passage.a, run.a);
    const Span b = reports.code_points(passage.b, run.b);
    json.begin_array();
    for (const std::uint32_t border : {a.begin, a.end, b.begin, b.end}) {
      json.integer(border);
    }
    json.end_array();
  }
  json.end_array().end_object();
}

void append_same(const ReportSet& reports, std::span<const ReportIndex> group,
                 std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("same");
  write_ids(reports, group, json);
  json.end_object();
}

void append_boilerplate(const ReportSet& reports, ReportIndex report,
                        std::span<const Span> spans, std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("report").string(reports.id(report));
  json.key("boilerplate");
  write_spans(reports, report, spans, json);
  json.end_object();
}

void append_partners_cut(const ReportSet& reports, ReportIndex report,
                         std::uint32_t partners_cut, std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("report").string(reports.id(report));
  json.key("partners_cut").integer(partners_cut).end_object();
}

void append_quotation(const ReportSet& reports, ReportIndex report,
                      const Quotation& quotation, std::string& out) {
  JsonWriter json(out);
  write_quotation(reports, report, quotation, json);
}

}  // namespace stemma::show
