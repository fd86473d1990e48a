#include "origin/heads.h"

#include <algorithm>
#include <set>

namespace stemma::origin {
namespace {

bool credits_nobody(const Declared& declared) {
  return declared.agencies.empty() && declared.others.empty();
}

// Where the way of parents ends.
ReportIndex root_of(ReportIndex report,
                    std::span<const Derivation> derivations) {
  std::size_t steps = 0;
  while (derivations[report].from && steps < derivations.size()) {
    report = *derivations[report].from;
    ++steps;
  }
  return report;
}

}  // namespace

std::optional<ReportIndex> find_head(const StoryEvidence& story,
                                     std::span<const ReportIndex> reports,
                                     std::span<const Derivation> derivations) {
  const ReportIndex head = root_of(reports.front(), derivations);
  const bool one_root = std::all_of(
      reports.begin(), reports.end(),
      [&](ReportIndex report) { return root_of(report, derivations) == head; });
  const bool in_telling =
      std::find(reports.begin(), reports.end(), head) != reports.end();
  if (!one_root || !in_telling) return std::nullopt;
  if (!credits_nobody(story.declared[head])) return std::nullopt;
  return head;
}

std::vector<std::string> credited_text(const StoryEvidence& story,
                                       std::span<const ReportIndex> reports) {
  std::vector<std::string> names;
  std::set<std::string> known;
  for (const ReportIndex report : reports) {
    for (const Credited& credit : story.declared[report].written) {
      if (known.insert(credit.key).second) names.push_back(credit.name);
    }
  }
  return names;
}

}  // namespace stemma::origin
