#include "show/clusters.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/hash.h"
#include "show/csv.h"
#include "show/json_fields.h"
#include "show/json_writer.h"
#include "show/words.h"

namespace stemma::show {
namespace {

// Names that every line has.
constexpr std::array<std::string_view, 9> kTaken = {
    R"("uid")",   R"("cluster")", R"("size")", R"("id")",  R"("series")",
    R"("begin")", R"("end")",     R"("src")",  R"("text")"};

bool is_taken(std::string_view key, const Report& report) {
  return std::find(kTaken.begin(), kTaken.end(), key) != kTaken.end() ||
         (key == R"("date")" && report.published.known()) ||
         (key == R"("title")" && !report.title.empty()) ||
         (key == R"("url")" && !report.url.empty()) ||
         (key == R"("group")" && !report.group.empty());
}

void write_source(const ReportSet& reports, const ClusterMember& source,
                  JsonWriter& json) {
  const Span span = reports.code_points(source.report, source.span);
  const std::string& id = reports.id(source.report);
  json.begin_object().key("uid").signed_integer(spark_hash(id));
  json.key("id").string(id).key("begin").integer(span.begin);
  json.key("end").integer(span.end).end_object();
}

void write_if_given(std::string_view key, const std::string& value,
                    JsonWriter& json) {
  if (!value.empty()) json.key(key).string(value);
}

void write_passed_through(const Report& report, JsonWriter& json) {
  for (const WrittenField& field : written_fields(report.extra)) {
    if (!is_taken(field.key, report)) {
      json.written_key(field.key).written_value(field.value);
    }
  }
}

std::string place(const ReportSet& reports, const ClusterMember& member) {
  const Span span = reports.code_points(member.report, member.span);
  return fmt::format("{}, {}-{}", reports.id(member.report), span.begin,
                     span.end);
}

}  // namespace

void append_member(const ReportSet& reports, const NumberedCluster& cluster,
                   std::size_t member, std::string& out) {
  const ClusterMember& shown = cluster.cluster.members[member];
  const Report& report = reports.report(shown.report);
  const Span span = reports.code_points(shown.report, shown.span);
  JsonWriter json(out);
  json.begin_object().key("uid").signed_integer(spark_hash(report.id));
  json.key("cluster").integer(cluster.number);
  json.key("size").integer(cluster.cluster.reports);
  json.key("id").string(report.id);
  json.key("series").string(report.outlet);
  write_if_given("date", time_word(report.published), json);
  json.key("begin").integer(span.begin).key("end").integer(span.end);
  json.key("src").begin_array();
  if (shown.source) {
    write_source(reports, cluster.cluster.members[*shown.source], json);
  }
  json.end_array();
  write_if_given("title", report.title, json);
  write_if_given("url", report.url, json);
  write_if_given("group", report.group, json);
  json.key("text").string(slice(report.text, shown.span));
  write_passed_through(report, json);
  json.end_object();
}

std::string cluster_columns() {
  std::string out;
  append_csv(std::vector<std::string>{"cluster", "size", "id", "series", "date",
                                      "begin", "end", "src", "text"},
             out);
  return out;
}

void append_member_record(const ReportSet& reports,
                          const NumberedCluster& cluster, std::size_t member,
                          std::string& out) {
  const ClusterMember& shown = cluster.cluster.members[member];
  const Report& report = reports.report(shown.report);
  const Span span = reports.code_points(shown.report, shown.span);
  const std::string source =
      shown.source ? reports.id(cluster.cluster.members[*shown.source].report)
                   : std::string();
  append_csv(
      std::vector<std::string>{
          fmt::format("{}", cluster.number),
          fmt::format("{}", cluster.cluster.reports), report.id, report.outlet,
          time_word(report.published), fmt::format("{}", span.begin),
          fmt::format("{}", span.end), source,
          std::string(slice(report.text, shown.span))},
      out);
}

std::string cluster_text(const ReportSet& reports,
                         const NumberedCluster& cluster,
                         const TextStyle& style) {
  const std::vector<ClusterMember>& members = cluster.cluster.members;
  std::string out =
      bold(fmt::format("cluster {}, {}", cluster.number,
                       counted(cluster.cluster.reports, "report")),
           style);
  out += '\n';
  const ClusterMember& first = members.front();
  out += wrapped(slice(reports.report(first.report).text, first.span), 4,
                 style.width);
  std::string places;
  for (const ClusterMember& member : members) {
    const Report& report = reports.report(member.report);
    std::string line = plain_line(place(reports, member));
    if (!report.outlet.empty()) line += " (" + plain_line(report.outlet) + ")";
    if (report.published.known()) line += " " + time_word(report.published);
    places += wrapped(line, 2, style.width);
  }
  return out + dim(places, style) + '\n';
}

}  // namespace stemma::show
