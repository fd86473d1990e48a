#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "show/matrix_rows.h"
#include "show/texts.h"
#include "show/words.h"

namespace stemma::show {
namespace {

// The readings of a row: every word once, with the reports it holds for;
// first what the reports carry, then what they do not.
std::string readings_text(const ReportSet& reports, const MatrixRow& row,
                          const TextStyle& style) {
  struct Group {
    std::string reading;
    std::string names;
    bool carried = false;
  };
  std::vector<Group> groups;
  for (ReportIndex i = 0; i < reports.size(); ++i) {
    std::string reading = reading_word(row, i);
    const std::string evidence = evidence_words(reports, row, i);
    if (!evidence.empty()) reading += ", " + plain_line(evidence);
    std::string name(reports.name(i));
    const bool carried = cell_of(row, i) != nullptr;
    if (carried && i == row.base) name += " (base)";
    const auto group =
        std::find_if(groups.begin(), groups.end(),
                     [&](const Group& one) { return one.reading == reading; });
    if (group == groups.end()) {
      groups.push_back({std::move(reading), std::move(name), carried});
    } else {
      group->names += ", " + name;
    }
  }
  std::stable_partition(groups.begin(), groups.end(),
                        [](const Group& one) { return one.carried; });
  std::string out;
  for (const Group& group : groups) {
    out += wrapped(group.reading + ": " + group.names, 6, style.width);
  }
  return out;
}

}  // namespace

std::string matrix_text(const ReportSet& reports, const StoryStudy& study,
                        const TextStyle& style) {
  std::string out = story_heading(study, style) + '\n';
  std::size_t number = 0;
  for (const MatrixRow& row : study.matrix.rows) {
    const std::string statement = plain_line(statement_of(reports, row));
    out += wrapped(fmt::format("{}. {}", ++number, statement), 0, style.width);
    out += wrapped(support_words(row.support, study.origins), 4, style.width);
    for (const Difference& difference : row.differences) {
      const std::string lines =
          wrapped(difference_words(reports, difference), 4, style.width);
      out += accented(lines, style);
    }
    out += dim(readings_text(reports, row, style), style) + '\n';
  }
  return out;
}

}  // namespace stemma::show
