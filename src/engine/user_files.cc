#include "engine/user_files.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/files.h"
#include "engine/witnesses.h"

namespace stemma::engine {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 28U;

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \r";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

// The fields of each line that says something, with its number.
struct Line {
  std::size_t number = 0;
  std::vector<std::string_view> fields;
};

std::vector<Line> lines_of(std::string_view bytes) {
  std::vector<Line> lines;
  std::size_t number = 0;
  for (const std::string_view line : split(bytes, '\n')) {
    ++number;
    if (trimmed(line).empty() || line.front() == '#') continue;
    Line& one = lines.emplace_back(Line{.number = number});
    for (const auto field : split(line, '\t')) {
      one.fields.push_back(trimmed(field));
    }
  }
  return lines;
}

Error wrong_line(std::string_view where, const Line& line,
                 std::string expected) {
  return {.code = ErrorCode::kMalformed,
          .where = fmt::format("{}:{}", where, line.number),
          .found = fmt::format("{} fields", line.fields.size()),
          .expected = std::move(expected),
          .advice = "separate the fields by tabs"};
}

}  // namespace

Result<std::vector<Rejection>> parse_rejections(std::string_view bytes,
                                                std::string_view where) {
  std::vector<Rejection> rejections;
  for (const Line& line : lines_of(bytes)) {
    const auto& fields = line.fields;
    const bool apart = fields[0] == "apart";
    const bool known = apart || fields[0] == "not-from";
    if (!known || fields.size() != 3 || fields[1].empty() ||
        fields[2].empty()) {
      return fail(
          wrong_line(where, line, "apart or not-from, and two report ids"));
    }
    rejections.push_back(
        {.kind = apart ? RejectionKind::kApart : RejectionKind::kNotFrom,
         .report = std::string(fields[1]),
         .other = std::string(fields[2])});
  }
  return rejections;
}

Result<std::vector<OutletEntry>> parse_outlets(std::string_view bytes,
                                               std::string_view where) {
  std::vector<OutletEntry> outlets;
  for (const Line& line : lines_of(bytes)) {
    const auto& fields = line.fields;
    if (outlets.empty() && fields[0] == "outlet") continue;
    if (fields.size() < 3 || fields.size() > 4 || fields[0].empty()) {
      return fail(
          wrong_line(where, line, "outlet, aliases, group, and maybe kind"));
    }
    OutletEntry& entry = outlets.emplace_back();
    entry.names.emplace_back(fields[0]);
    for (const std::string_view alias : split(fields[1], ',')) {
      if (!trimmed(alias).empty()) entry.names.emplace_back(trimmed(alias));
    }
    entry.group = fields[2];
  }
  return outlets;
}

Rejections rejections_for(const Corpus& corpus, const Story& story) {
  Rejections rejected;
  if (corpus.rejections.empty()) return rejected;
  std::map<std::string_view, ReportIndex> positions;
  for (ReportIndex i = 0; i < story.reports.size(); ++i) {
    positions.emplace(corpus.reports[story.reports[i]].id, i);
  }
  for (const Rejection& rejection : corpus.rejections) {
    const auto a = positions.find(rejection.report);
    const auto b = positions.find(rejection.other);
    if (a == positions.end() || b == positions.end() || a == b) continue;
    if (rejection.kind == RejectionKind::kNotFrom) {
      rejected.edges.push_back({a->second, b->second});
    } else {
      rejected.merges.push_back(
          {std::min(a->second, b->second), std::max(a->second, b->second)});
    }
  }
  return rejected;
}

}  // namespace stemma::engine

namespace stemma {

Status read_rejections(const std::string& path, Corpus& corpus) {
  const auto bytes = read_file(path, engine::kMostBytes);
  if (!bytes) return fail(bytes.error());
  auto rejections = engine::parse_rejections(*bytes, path);
  if (!rejections) return fail(rejections.error());
  corpus.rejections = std::move(*rejections);
  return {};
}

Status read_outlets(const std::string& path, Corpus& corpus) {
  const auto bytes = read_file(path, engine::kMostBytes);
  if (!bytes) return fail(bytes.error());
  const auto outlets = engine::parse_outlets(*bytes, path);
  if (!outlets) return fail(outlets.error());
  std::map<std::string_view, std::string_view> groups;
  for (const engine::OutletEntry& entry : *outlets) {
    for (const std::string& name : entry.names) {
      groups.emplace(name, entry.group);
    }
  }
  for (Report& report : corpus.reports) {
    const auto group = groups.find(report.outlet);
    if (group != groups.end() && report.group.empty()) {
      report.group = group->second;
    }
  }
  return {};
}

}  // namespace stemma
