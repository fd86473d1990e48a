#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "show/csv.h"
#include "show/matrix_rows.h"
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

void add_count(const std::optional<CountRange>& count, Cells& cells) {
  if (!count) {
    cells.insert(cells.end(), 3, "");
    return;
  }
  for (const std::uint32_t value : {count->likely, count->low, count->high}) {
    cells.push_back(fmt::format("{}", value));
  }
}

// The ids of the groups that hold the report, joined by spaces.
template <typename Group>
std::string groups_of(const std::vector<Group>& groups, ReportIndex report) {
  std::string out;
  for (const Group& group : groups) {
    for (const ReportIndex member : group.reports) {
      if (member != report) continue;
      if (!out.empty()) out += ' ';
      out += group.id;
    }
  }
  return out;
}

}  // namespace

std::string story_columns(Counts counts) {
  Cells cells = {"story", "title", "first", "last", "reports", "outlets"};
  if (counts == Counts::kShown) {
    for (const char* level : {"tellings", "sources"}) {
      for (const char* bound : {"likely", "low", "high"}) {
        cells.push_back(fmt::format("{}_{}", level, bound));
      }
    }
  }
  cells.emplace_back("ids");
  return record(cells);
}

void append_story_record(const StorySummary& story, Counts counts,
                         std::string& out) {
  std::string ids;
  for (const std::string& report : story.reports) {
    if (!ids.empty()) ids += '\n';
    ids += report;
  }
  Cells cells = {story.id,
                 story.title,
                 time_word(story.first),
                 time_word(story.last),
                 fmt::format("{}", story.reports.size()),
                 fmt::format("{}", story.outlets)};
  if (counts == Counts::kShown) {
    add_count(story.tellings, cells);
    add_count(story.sources, cells);
  }
  cells.push_back(ids);
  append_csv(cells, out);
}

std::string matrix_columns() {
  return record({"story", "row", "statement", "report", "outlet", "reading",
                 "voice", "attributed_to", "text"});
}

void append_matrix_records(const ReportSet& reports, const StoryStudy& study,
                           std::string& out) {
  for (std::size_t i = 0; i < study.matrix.rows.size(); ++i) {
    const MatrixRow& row = study.matrix.rows[i];
    const std::string statement = statement_of(reports, row);
    for (ReportIndex report = 0; report < reports.size(); ++report) {
      const Cell* cell = cell_of(row, report);
      Cells cells = {study.story.id,
                     fmt::format("{}", i + 1),
                     statement,
                     reports.id(report),
                     reports.report(report).outlet,
                     reading_word(row, report)};
      cells.emplace_back(cell ? word(cell->voice) : "");
      cells.emplace_back(cell ? cell->attributed_to : "");
      cells.push_back(cell ? reports.text(report, cell->spans) : std::string());
      append_csv(cells, out);
    }
  }
}

std::string origins_columns() {
  return record({"story", "report", "outlet", "tellings", "sources", "from",
                 "share", "relation", "direction", "declared", "confidence"});
}

void append_origins_records(const ReportSet& reports, const StoryStudy& study,
                            std::string& out) {
  const Origins& origins = study.origins;
  for (const Derivation& derivation : origins.derivations) {
    const ReportIndex report = derivation.report;
    append_csv(
        Cells{study.story.id, reports.id(report), reports.report(report).outlet,
              groups_of(origins.tellings, report),
              groups_of(origins.sources, report),
              derivation.from ? reports.id(*derivation.from) : std::string(),
              fmt::format("{:.4f}", derivation.share),
              std::string(word(derivation.relation)),
              derivation.direction_established ? "established"
                                               : "not established",
              derivation.declared ? "yes" : "no",
              fmt::format("{:.4f}", derivation.confidence)},
        out);
  }
}

}  // namespace stemma::show
