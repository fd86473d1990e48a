#include "collate/headings.h"

#include <algorithm>
#include <optional>

namespace stemma::collate {
namespace {

constexpr float kRepeated = 0.6F;           // share of a heading's weight
constexpr std::size_t kMinTerms = 3;        // of a heading
constexpr std::uint32_t kMaxHeadings = 16;  // of a report, looked at

// The share of the weight of some terms that a stretch has.
float share(std::span<const Term> terms, const TermSet& set) {
  float all = 0;
  float matched = 0;
  for (const Term& term : terms) {
    all += term.weight;
    matched += term.weight * set.match(term);
  }
  return all > 0 ? matched / all : 0;
}

// The clause of a report that repeats most of a heading of it: the best one of
// the best sentence.
std::optional<std::uint32_t> repeated_by(const StoryText& story,
                                         const Unit& heading) {
  const std::span<const Term> terms = story.terms(heading);
  if (terms.size() < kMinTerms) return std::nullopt;
  const Range sentences = story.reports[heading.report].sentences;
  const StorySentence* best = nullptr;
  float most = kRepeated;
  for (auto i = sentences.first; i < sentences.last; ++i) {
    const StorySentence& sentence = story.sentences[i];
    if (sentence.heading || sentence.units.size() == 0) continue;
    const float here = share(terms, sentence.set);
    if (here > most) {
      best = &sentence;
      most = here;
    }
  }
  if (best == nullptr) return std::nullopt;
  std::uint32_t unit = best->units.first;
  for (auto i = unit; i < best->units.last; ++i) {
    if (share(terms, story.units[i].set) >
        share(terms, story.units[unit].set)) {
      unit = i;
    }
  }
  return unit;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> with_headings(
    const StoryText& story, std::vector<std::vector<std::uint32_t>> groups) {
  std::vector<std::uint32_t> group_of(story.units.size(), 0);
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    for (const std::uint32_t unit : groups[i]) group_of[unit] = i;
  }
  std::vector<std::uint32_t> looked_at(story.reports.size(), 0);
  for (std::uint32_t i = 0; i < story.units.size(); ++i) {
    const Unit& unit = story.units[i];
    const bool alone =
        unit.voice == Voice::kHeading && groups[group_of[i]].size() == 1;
    if (!alone || ++looked_at[unit.report] > kMaxHeadings) continue;
    const auto body = repeated_by(story, unit);
    if (!body) continue;
    groups[group_of[i]].clear();
    group_of[i] = group_of[*body];
    auto& units = groups[group_of[i]];
    units.insert(std::lower_bound(units.begin(), units.end(), i), i);
  }
  std::erase_if(groups, [](const auto& units) { return units.empty(); });
  std::sort(groups.begin(), groups.end());
  return groups;
}

}  // namespace stemma::collate
