#include <set>
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

void add_count(const CountRange& count, Cells& cells) {
  for (const std::uint32_t value : {count.likely, count.low, count.high}) {
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

void append_story_record(const Corpus& corpus, const StoryStudy& study,
                         Counts counts, std::string& out) {
  std::string first;
  std::string last;
  std::string ids;
  std::set<std::string_view> outlets;
  for (const ReportIndex index : study.story.reports) {
    const Report& report = corpus.reports[index];
    const std::string time = time_word(report.published);
    if (first.empty()) first = time;
    if (!time.empty()) last = time;
    if (!report.outlet.empty()) outlets.insert(report.outlet);
    if (!ids.empty()) ids += '\n';
    ids += report.id;
  }
  Cells cells = {study.story.id,
                 study.title,
                 first,
                 last,
                 fmt::format("{}", study.story.reports.size()),
                 fmt::format("{}", outlets.size())};
  if (counts == Counts::kShown) {
    add_count(study.origins.telling_count, cells);
    add_count(study.origins.source_count, cells);
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
