#include "show/json_parts.h"
#include "show/objects.h"
#include "show/words.h"

namespace stemma::show {
namespace {

void write_id_or_null(const ReportSet& reports,
                      const std::optional<ReportIndex>& report,
                      JsonWriter& json) {
  if (report) {
    json.string(reports.id(*report));
  } else {
    json.null();
  }
}

void write_counts(const ReportSet& reports, const Origins& origins,
                  JsonWriter& json) {
  json.begin_object().key("tellings");
  write_count(origins.telling_count, json);
  json.key("sources");
  write_count(origins.source_count, json);
  json.key("not_compared").begin_array();
  for (const NotCompared& one : origins.not_compared) {
    json.begin_object().key("report").string(reports.id(one.report));
    json.key("why").string(one.why).end_object();
  }
  json.end_array().end_object();
}

void write_telling(const ReportSet& reports, const Telling& telling,
                   JsonWriter& json) {
  json.begin_object().key("id").string(telling.id).key("head");
  write_id_or_null(reports, telling.head, json);
  json.key("names");
  write_strings(telling.names, json);
  json.key("reports");
  write_ids(reports, telling.reports, json);
  json.end_object();
}

void write_source(const ReportSet& reports, const Source& source,
                  JsonWriter& json) {
  json.begin_object().key("id").string(source.id);
  json.key("kind").string(word(source.kind)).key("names");
  write_strings(source.names, json);
  json.key("reports");
  write_ids(reports, source.reports, json);
  json.end_object();
}

void write_evidence(const ReportSet& reports, ReportIndex report,
                    const Evidence& evidence, JsonWriter& json) {
  json.begin_object().key("kind").string(word(evidence.kind)).key("other");
  write_id_or_null(reports, evidence.other, json);
  json.key("value").number(evidence.value);
  json.key("text").string_or_null(evidence.text).key("spans");
  write_spans(reports, report, evidence.spans, json);
  json.end_object();
}

void write_derivation(const ReportSet& reports, const Derivation& derivation,
                      JsonWriter& json) {
  json.begin_object().key("report").string(reports.id(derivation.report));
  json.key("from");
  write_id_or_null(reports, derivation.from, json);
  json.key("share").number(derivation.share);
  json.key("relation").string(word(derivation.relation));
  json.key("direction")
      .string(derivation.direction_established ? "established"
                                               : "not established");
  json.key("declared").boolean(derivation.declared);
  json.key("confidence").number(derivation.confidence);
  json.key("evidence").begin_array();
  for (const Evidence& evidence : derivation.evidence) {
    write_evidence(reports, derivation.report, evidence, json);
  }
  json.end_array().end_object();
}

void write_stemma(const ReportSet& reports, const Stemma& stemma,
                  JsonWriter& json) {
  json.begin_object().key("nodes").begin_array();
  for (const StemmaNode& node : stemma.nodes) {
    json.begin_object().key("report");
    write_id_or_null(reports, node.report, json);
    json.key("telling").string(node.telling).key("names");
    write_strings(node.names, json);
    json.end_object();
  }
  json.end_array().key("edges").begin_array();
  for (const StemmaEdge& edge : stemma.edges) {
    json.begin_object().key("from").number(edge.from);
    json.key("to").number(edge.to).key("share").number(edge.share);
    json.key("confidence").number(edge.confidence);
    json.key("declared").boolean(edge.declared);
    json.key("second").boolean(edge.second).end_object();
  }
  json.end_array().end_object();
}

void write_rejected(const ReportSet& reports, const Rejections& rejected,
                    JsonWriter& json) {
  const auto write = [&](std::string_view kind, const RejectedPair& pair) {
    json.begin_object().key("rejected").string(kind);
    json.key("report").string(reports.id(pair.a));
    json.key("other").string(reports.id(pair.b)).end_object();
  };
  json.begin_array();
  for (const RejectedPair& pair : rejected.merges) write("apart", pair);
  for (const RejectedPair& pair : rejected.edges) write("not-from", pair);
  json.end_array();
}

}  // namespace

void append_derivation(const ReportSet& reports, const StoryStudy& study,
                       ReportIndex report, std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("story").string(study.story.id).key("derivation");
  write_derivation(reports, study.origins.derivations[report], json);
  json.end_object();
}

void append_origins(const ReportSet& reports, const StoryStudy& study,
                    std::string& out) {
  const Origins& origins = study.origins;
  JsonWriter json(out);
  json.begin_object().key("story").string(study.story.id).key("reports");
  json.begin_array();
  for (ReportIndex i = 0; i < reports.size(); ++i) json.string(reports.id(i));
  json.end_array().key("count");
  write_counts(reports, origins, json);
  json.key("tellings").begin_array();
  for (const Telling& telling : origins.tellings) {
    write_telling(reports, telling, json);
  }
  json.end_array().key("sources").begin_array();
  for (const Source& source : origins.sources) {
    write_source(reports, source, json);
  }
  json.end_array().key("derivations").begin_array();
  for (const Derivation& derivation : origins.derivations) {
    write_derivation(reports, derivation, json);
  }
  json.end_array().key("stemma");
  write_stemma(reports, origins.stemma, json);
  json.key("rejected");
  write_rejected(reports, origins.rejected, json);
  json.end_object();
}

}  // namespace stemma::show
