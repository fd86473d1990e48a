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
  json.key("similarity").number(passage.similarity).end_object();
}

void append_same(const ReportSet& reports, std::span<const ReportIndex> group,
                 std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("same");
  write_ids(reports, group, json);
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
