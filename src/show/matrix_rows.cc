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
  const bool nobody = names.empty() && support.unnamed == 0;
  if (nobody) return ", not attributed";
  const bool all =
      support.not_attributed == 0 && (names.empty() || support.unnamed == 0);
  std::string out = all ? ", all attributed to " : ", in part attributed to ";
  if (names.empty()) return out + "somebody without a name";
  const std::size_t shown = std::min(names.size(), kNamesShown);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  if (shown < names.size()) {
    out += fmt::format(" and {} more", names.size() - shown);
  }
  return out;
}

// "at most 3 of 5 tellings, "; nothing where they are not known. Where the
// texts allow more than were told apart, no more than "likely" can be said.
std::string share_words(std::size_t part, std::size_t all,
                        const CountRange& allowed, std::string_view noun) {
  if (part == 0) return {};
  return fmt::format("{} {} of {}, ", allowed.high > all ? "likely" : "at most",
                     part, counted(all, noun));
}

}  // namespace

const Cell* cell_of(const MatrixRow& row, ReportIndex report) {
  const auto found =
      std::find_if(row.cells.begin(), row.cells.end(),
                   [&](const Cell& cell) { return cell.report == report; });
  return found == row.cells.end() ? nullptr : &*found;
}

const UnknownReading* unknown_of(const MatrixRow& row, ReportIndex report) {
  const auto found = std::find_if(
      row.unknown.begin(), row.unknown.end(),
      [&](const UnknownReading& one) { return one.report == report; });
  return found == row.unknown.end() ? nullptr : &*found;
}

std::string statement_of(const ReportSet& reports, const MatrixRow& row) {
  const Cell* base = cell_of(row, row.base);
  return base == nullptr ? std::string() : reports.text(row.base, base->spans);
}

std::string reading_word(const MatrixRow& row, ReportIndex report) {
  if (const Cell* cell = cell_of(row, report); cell != nullptr) {
    return std::string(word(cell->relation));
  }
  if (const UnknownReading* unknown = unknown_of(row, report)) {
    return fmt::format("unknown ({})", word(unknown->why));
  }
  const bool absent = std::find(row.not_in_text.begin(), row.not_in_text.end(),
                                report) != row.not_in_text.end();
  return absent ? "not in this text" : "unknown";
}

std::string evidence_words(const ReportSet& reports, const MatrixRow& row,
                           ReportIndex report) {
  const UnknownReading* unknown = unknown_of(row, report);
  if (unknown == nullptr || unknown->evidence.empty()) return {};
  const ReportIndex shown_in = unknown->evidence_in;
  std::string words = fmt::format(
      "\u201C{}\u201D", reports.text(shown_in, {&unknown->evidence, 1}));
  if (shown_in == report) return words;
  return fmt::format("{} in {}", words, reports.name(shown_in));
}

std::string support_words(const Support& support, const Origins& origins) {
  return share_words(support.tellings, origins.tellings.size(),
                     origins.telling_count, "telling") +
         share_words(support.sources, origins.sources.size(),
                     origins.source_count, "source") +
         counted(support.reports, "report") + attribution_words(support);
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
