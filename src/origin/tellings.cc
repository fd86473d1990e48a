#include "origin/tellings.h"

#include <algorithm>
#include <map>

#include "origin/clusters.h"

namespace stemma::origin {
namespace {

constexpr double kTail = 0.1;          // of the range, on either side
constexpr std::size_t kFewWords = 20;  // a text this short is a stump
// How likely it is that a report that cannot be compared is one telling with
// another: translations and cut texts of one agency are common.
constexpr double kUncompared = 0.25;

// The language of most reports, the first in the alphabet of equals.
std::string main_language(std::span<const Witness> witnesses) {
  std::map<std::string, std::uint32_t> counts;
  for (const Witness& witness : witnesses) {
    ++counts[witness.analysis->language];
  }
  std::string best;
  std::uint32_t most = 0;
  for (const auto& [language, count] : counts) {
    if (count > most) {
      most = count;
      best = language;
    }
  }
  return best;
}

std::vector<NotCompared> find_not_compared(const StoryEvidence& story) {
  std::vector<NotCompared> found;
  if (story.witnesses.size() < 2) return found;
  const std::string language = main_language(story.witnesses);
  for (ReportIndex i = 0; i < story.witnesses.size(); ++i) {
    const std::string& own = story.witnesses[i].analysis->language;
    if (own != language && !own.empty() && !language.empty()) {
      found.push_back({i, "other language"});
    } else if (story.narrations[i].body.size() < kFewWords) {
      found.push_back({i, "cut"});
    }
  }
  return found;
}

}  // namespace

TellingGroups group_tellings(const StoryEvidence& story,
                             std::span<const PairEvidence> pairs,
                             std::span<const double> probabilities) {
  const auto reports = static_cast<std::uint32_t>(story.witnesses.size());
  std::vector<Edge> edges;
  std::vector<Merge> equal;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (story.rejects_merge(pairs[i].a, pairs[i].b)) {
      edges.push_back({.a = pairs[i].a, .b = pairs[i].b});
    } else if (pairs[i].equal) {
      equal.push_back({1, 1, pairs[i].a, pairs[i].b});
    } else {
      edges.push_back({.a = pairs[i].a,
                       .b = pairs[i].b,
                       .probability = probabilities[i],
                       .undecided = pairs[i].unnarrated});
    }
  }
  std::vector<Merge> merges = average_linkage(reports, edges);
  merges.insert(merges.end(), equal.begin(), equal.end());
  TellingGroups tellings;
  tellings.group_of = groups_of(reports, merges);
  for (ReportIndex i = 0; i < reports; ++i) {
    const std::uint32_t group = tellings.group_of[i];
    if (group == tellings.groups.size()) tellings.groups.emplace_back();
    tellings.groups[group].push_back(i);
  }
  tellings.not_compared = find_not_compared(story);
  std::vector<bool> counted(tellings.groups.size(), false);
  for (const NotCompared& one : tellings.not_compared) {
    const std::uint32_t group = tellings.group_of[one.report];
    if (counted[group] || tellings.groups.size() == 1) continue;
    counted[group] = true;
    merges.push_back({.probability = kUncompared, .surest = kUncompared});
  }
  tellings.count = count_groups(reports, merges, kTail);
  return tellings;
}

}  // namespace stemma::origin
