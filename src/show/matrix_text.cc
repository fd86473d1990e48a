#include <fmt/format.h>

#include "show/matrix_rows.h"
#include "show/texts.h"
#include "show/words.h"

namespace stemma::show {
namespace {

// The readings of a row: every word once, with the reports it holds for, in
// the order of the reports.
std::string readings_text(const ReportSet& reports, const MatrixRow& row,
                          const TextStyle& style) {
  std::vector<std::pair<std::string, std::string>> groups;
  for (ReportIndex i = 0; i < reports.size(); ++i) {
    std::string reading = reading_word(row, i);
    std::string name(reports.name(i));
    if (i == row.base && cell_of(row, i) != nullptr) name += " (base)";
    auto group = groups.begin();
    while (group != groups.end() && group->first != reading) ++group;
    if (group == groups.end()) {
      groups.emplace_back(std::move(reading), std::move(name));
    } else {
      group->second += ", " + name;
    }
  }
  std::string out;
  for (const auto& [reading, names] : groups) {
    out += wrapped(reading + ": " + names, 6, style.width);
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
    out += wrapped(support_words(row.support), 4, style.width);
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
