// A linked pair of sentences gives an edge to those of their units that carry
// the link: the two that cover each other best, and others that do nearly so.
// The units are then grouped, and each group has a base: the unit that the
// others agree with most.
#include "collate/rows.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "collate/clustering.h"

namespace stemma::collate {
namespace {

constexpr double kMinPair = 0.1;  // of sentences that give edges
// Mean cover, as part of the best units' one, for two units to be joined.
constexpr float kPartOfBest = 0.45F;

float mean_cover(const UnitMatch& match) {
  const float sum = match.cover_a + match.cover_b;
  return sum > 0 ? 2 * match.cover_a * match.cover_b / sum : 0;
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
      if (mean < kPartOfBest * mean_cover(*best)) continue;
      const float share =
          &match == best ? 1 : std::min(1.0F, mean / mean_cover(*best));
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
  for (auto& units : cluster_units(story, edges, missing)) {
    for (const std::uint32_t unit : units) {
      group_of[unit] = static_cast<std::uint32_t>(groups.size());
    }
    groups.push_back({std::move(units), 0});
  }
  // With each other report a unit counts once, however often it is said there.
  std::map<std::pair<std::uint32_t, ReportIndex>, float> with_report;
  for (const UnitEdge& edge : edges) {
    if (group_of[edge.a] != group_of[edge.b]) continue;
    for (const auto& [unit, other] :
         {std::pair(edge.a, edge.b), std::pair(edge.b, edge.a)}) {
      float& best = with_report[{unit, story.units[other].report}];
      best = std::max(best, edge.probability);
    }
  }
  for (const auto& [key, probability] : with_report) {
    support[key.first] += probability;
  }
  for (UnitGroup& group : groups) {
    group.base = *std::min_element(
        group.units.begin(), group.units.end(),
        [&](std::uint32_t x, std::uint32_t y) {
          const auto rank = [&](std::uint32_t unit) {
            return std::tuple(
                story.units[unit].voice == Voice::kHeading, -support[unit],
                -std::int64_t{story.units[unit].terms.size()}, unit);
          };
          return rank(x) < rank(y);
        });
  }
  return groups;
}

}  // namespace stemma::collate
