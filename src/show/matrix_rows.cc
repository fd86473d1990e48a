#include "show/matrix_rows.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "show/words.h"

namespace stemma::show {
namespace {

// Names of people and bodies shown of a row; the rest is counted.
constexpr std::size_t kNamesShown = 4;

std::string attribution_words(const Support& support) {
  const std::vector<std::string>& names = support.attributed_to;
  if (names.empty()) return {};
  const std::size_t shown = std::min(names.size(), kNamesShown);
  std::string out = support.not_attributed == 0 ? ", all attributed to "
                                                : ", in part attributed to ";
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  if (shown < names.size()) {
    out += fmt::format(" and {} more", names.size() - shown);
  }
  return out;
}

}  // namespace

const Cell* cell_of(const MatrixRow& row, ReportIndex report) {
  const auto found =
      std::find_if(row.cells.begin(), row.cells.end(),
                   [&](const Cell& cell) { return cell.report == report; });
  return found == row.cells.end() ? nullptr : &*found;
}

std::string statement_of(const ReportSet& reports, const MatrixRow& row) {
  const Cell* base = cell_of(row, row.base);
  return base == nullptr ? std::string() : reports.text(row.base, base->spans);
}

std::string reading_word(const MatrixRow& row, ReportIndex report) {
  if (const Cell* cell = cell_of(row, report); cell != nullptr) {
    return std::string(word(cell->relation));
  }
  for (const UnknownReading& unknown : row.unknown) {
    if (unknown.report == report) {
      return fmt::format("unknown ({})", word(unknown.why));
    }
  }
  const bool absent = std::find(row.not_in_text.begin(), row.not_in_text.end(),
                                report) != row.not_in_text.end();
  return absent ? "not in this text" : "unknown";
}

std::string support_words(const Support& support) {
  std::string out = counted(support.reports, "report");
  if (support.tellings > 0) {
    out += ", at most " + counted(support.tellings, "telling");
  }
  if (support.sources > 0) {
    out += ", at most " + counted(support.sources, "source");
  }
  return out + attribution_words(support);
}

std::string difference_words(const ReportSet& reports,
                             const Difference& difference) {
  // Reports with the same value stand together, in the order of the values.
  std::vector<std::pair<std::string, std::string>> groups;
  for (const DifferenceValue& value : difference.values) {
    const std::string name(reports.name(value.report));
    auto group = std::find_if(groups.begin(), groups.end(), [&](auto& known) {
      return known.first == value.value;
    });
    if (group == groups.end()) {
      groups.emplace_back(value.value, name);
    } else {
      group->second += ", " + name;
    }
  }
  const bool in_fact = difference.kind <= DifferenceKind::kUnclear;
  std::string out = in_fact ? fmt::format("{}, {}: ", word(difference.fact),
                                          word(difference.kind))
                            : fmt::format("{}: ", word(difference.kind));
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i > 0) out += " / ";
    out += fmt::format("{} ({})", groups[i].first, groups[i].second);
  }
  return out;
}

}  // namespace stemma::show
