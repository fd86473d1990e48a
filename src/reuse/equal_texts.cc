#include "reuse/equal_texts.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/hash.h"

namespace stemma::reuse {

std::vector<std::vector<ReportIndex>> group_equal(
    std::span<const Witness> witnesses) {
  std::vector<std::pair<std::uint64_t, ReportIndex>> by_hash;
  by_hash.reserve(witnesses.size());
  for (ReportIndex r = 0; r < witnesses.size(); ++r) {
    by_hash.emplace_back(hash_bytes(witnesses[r].report->text), r);
  }
  std::sort(by_hash.begin(), by_hash.end());
  std::vector<std::vector<ReportIndex>> groups;
  std::size_t first_of_hash = 0;
  for (std::size_t i = 0; i < by_hash.size(); ++i) {
    const auto [hash, report] = by_hash[i];
    const std::string& text = witnesses[report].report->text;
    if (i == 0 || by_hash[i - 1].first != hash) first_of_hash = groups.size();
    // Different texts of one hash make different groups.
    std::size_t group = first_of_hash;
    while (group < groups.size() &&
           witnesses[groups[group].front()].report->text != text) {
      ++group;
    }
    if (group == groups.size()) groups.emplace_back();
    groups[group].push_back(report);
  }
  std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
  std::sort(groups.begin(), groups.end());
  return groups;
}

}  // namespace stemma::reuse
