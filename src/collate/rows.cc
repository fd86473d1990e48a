// A linked pair of sentences gives an edge to those of their units that carry
// the link: the two that cover each other best, and others that do nearly so.
// The units are then grouped, and each group has a base: the unit that most
// others agree with, of such the wording that most reports print.
#include "collate/rows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "collate/clustering.h"
#include "collate/headings.h"

namespace stemma::collate {
namespace {

constexpr double kMinPair = 0.1;  // of sentences that give edges
// Mean cover, as part of the best units' one, for two units to be joined.
constexpr float kPartOfBest = 0.45F;
// The same for units that stand in one place of two sentences which surely
// state the same, counted from the best ones.
constexpr double kSure = 0.8;
constexpr float kPartBeside = 0.15F;
constexpr float kBesideShare = 0.5F;  // of the pair's probability, at least

float mean_cover(const UnitMatch& match) {
  const float sum = match.cover_a + match.cover_b;
  return sum > 0 ? 2 * match.cover_a * match.cover_b / sum : 0;
}

// Puts the units of sentences that go with an equal one, of which each is a
// group yet, where those of the
// first sentence are.
std::vector<std::vector<std::uint32_t>> with_equal(
    const StoryText& story, std::vector<std::vector<std::uint32_t>> groups) {
  std::vector<std::uint32_t> group_of(story.units.size(), 0);
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    for (const std::uint32_t unit : groups[i]) group_of[unit] = i;
  }
  for (const StorySentence& sentence : story.sentences) {
    if (sentence.same_as == StorySentence::kNone) continue;
    const StorySentence& first = story.sentences[sentence.same_as];
    for (std::uint32_t i = 0; i < sentence.units.size(); ++i) {
      const std::uint32_t unit = sentence.units.first + i;
      groups[group_of[unit]].clear();
      groups[group_of[first.units.first + i]].push_back(unit);
    }
  }
  std::erase_if(groups, [](const auto& units) { return units.empty(); });
  for (auto& units : groups) std::sort(units.begin(), units.end());
  std::sort(groups.begin(), groups.end());
  return groups;
}

std::string_view text_of(const StoryText& story, std::uint32_t unit) {
  const Unit& one = story.units[unit];
  return slice(story.witnesses[one.report].report->text, one.span);
}

// How many of the units have each wording.
std::map<std::string_view, int> wordings_of(
    const StoryText& story, std::span<const std::uint32_t> units) {
  std::map<std::string_view, int> counts;
  for (const std::uint32_t unit : units) ++counts[text_of(story, unit)];
  return counts;
}

}  // namespace

std::vector<UnitEdge> unit_edges(std::span<const ComparedPair> pairs,
                                 std::span<const double> probabilities) {
  std::vector<UnitEdge> edges;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (probabilities[i] < kMinPair) continue;
    const UnitMatch* best = nullptr;
    for (const UnitMatch& match : pairs[i].units) {
      if (best == nullptr || mean_cover(match) * match.matched >
                                 mean_cover(*best) * best->matched) {
        best = &match;
      }
    }
    for (const UnitMatch& match : pairs[i].units) {
      const float mean = mean_cover(match);
      const bool beside =
          match.a + best->b == match.b + best->a && probabilities[i] >= kSure;
      if (mean < (beside ? kPartBeside : kPartOfBest) * mean_cover(*best)) {
        continue;
      }
      const float share = std::min(
          1.0F,
          std::max(mean / mean_cover(*best), beside ? kBesideShare : 0.0F));
      edges.push_back(
          {match.a, match.b, static_cast<float>(probabilities[i]) * share});
    }
  }
  std::sort(edges.begin(), edges.end(),
            [](const UnitEdge& x, const UnitEdge& y) {
              return std::tuple(x.a, x.b) < std::tuple(y.a, y.b);
            });
  return edges;
}

std::vector<UnitGroup> group_units(const StoryText& story,
                                   std::span<const UnitEdge> edges,
                                   MissingEdges missing) {
  std::vector<float> support(story.units.size(), 0);
  std::vector<std::uint32_t> group_of(story.units.size(), 0);
  std::vector<UnitGroup> groups;
  auto clusters = with_equal(story, cluster_units(story, edges, missing));
  for (auto& units : with_headings(story, std::move(clusters))) {
    for (const std::uint32_t unit : units) {
      group_of[unit] = static_cast<std::uint32_t>(groups.size());
    }
    groups.push_back({std::move(units), 0});
  }
  // With each other report a unit counts once, however often it is said there.
  struct WithReport {
    std::uint32_t unit = 0;
    ReportIndex report = 0;
    float probability = 0;
  };
  std::vector<WithReport> found;
  for (const UnitEdge& edge : edges) {
    if (group_of[edge.a] != group_of[edge.b]) continue;
    found.push_back({edge.a, story.units[edge.b].report, edge.probability});
    found.push_back({edge.b, story.units[edge.a].report, edge.probability});
  }
  std::sort(found.begin(), found.end(), [](const auto& x, const auto& y) {
    return std::tuple(x.unit, x.report, y.probability) <
           std::tuple(y.unit, y.report, x.probability);
  });
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool best = i == 0 || found[i].unit != found[i - 1].unit ||
                      found[i].report != found[i - 1].report;
    if (best) support[found[i].unit] += found[i].probability;
  }
  for (UnitGroup& group : groups) {
    const auto wordings = wordings_of(story, group.units);
    group.base = *std::min_element(
        group.units.begin(), group.units.end(),
        [&](std::uint32_t x, std::uint32_t y) {
          const auto rank = [&](std::uint32_t unit) {
            return std::tuple(
                story.units[unit].voice == Voice::kHeading,
                -std::lround(support[unit]), -wordings.at(text_of(story, unit)),
                -support[unit], -std::int64_t{story.units[unit].terms.size()},
                unit);
          };
          return rank(x) < rank(y);
        });
  }
  return groups;
}

}  // namespace stemma::collate
