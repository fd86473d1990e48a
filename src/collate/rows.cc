// Average linkage (Sokal and Michener 1958) over a sparse graph: the two groups
// with the highest mean probability are joined first, and a pair of units
// without an edge counts as unlike. It is greedy, but an early join is one that
// nearly all pairs support. A sentence that says a little of everything has a
// low mean with each group that it could chain together.
#include "collate/rows.h"

#include <algorithm>
#include <map>
#include <queue>
#include <tuple>

namespace stemma::collate {
namespace {

constexpr float kJoin = 0.25F;     // mean probability for joining groups
constexpr double kMinPair = 0.15;  // of sentences that give edges
// Mean cover, as part of the best units' one, for two units to be joined.
constexpr float kPartOfBest = 0.6F;
constexpr float kSameSentence = 0.25F;
// Two sentences of one report with less in common are two statements, and
// speak against a group that holds both.
constexpr float kRepeated = 0.45F;
constexpr float kOtherStatement = -0.2F;
constexpr float kMaxRepeats = 64;      // pairs of one report that are looked at
constexpr float kUnknownShare = 0.3F;  // of the missing edges, if unknown

float mean_cover(const UnitMatch& match) {
  const float sum = match.cover_a + match.cover_b;
  return sum > 0 ? 2 * match.cover_a * match.cover_b / sum : 0;
}

// The mean of an edge as it is when two groups are first or last joined.
struct Join {
  float mean = 0;
  std::uint32_t a = 0;  // a < b
  std::uint32_t b = 0;
  friend bool operator<(const Join& x, const Join& y) {
    return std::tuple(x.mean, y.a, y.b) < std::tuple(y.mean, x.a, x.b);
  }
};

// Share of the weight of both that matches.
float term_dice(std::span<const Term> a, const TermSet& set_a,
                std::span<const Term> b, const TermSet& set_b) {
  float all = 0;
  float matched = 0;
  const auto add = [&](std::span<const Term> terms, const TermSet& other) {
    for (const Term& term : terms) {
      all += term.weight;
      matched += term.weight * other.match(term);
    }
  };
  add(a, set_b);
  add(b, set_a);
  return all > 0 ? matched / all : 0;
}

class Grouper {
 public:
  Grouper(const StoryText& story, std::span<const UnitEdge> edges,
          MissingEdges missing)
      : story_(story), missing_(missing), groups_(story.units.size()) {
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
      groups_[i].units = {i};
      groups_[i].reports[story.units[i].report] = {i};
    }
    for (const UnitEdge& edge : edges) {
      groups_[edge.a].edges[edge.b] = {edge.probability, 1};
      groups_[edge.b].edges[edge.a] = {edge.probability, 1};
    }
    for (const UnitEdge& edge : edges) push(edge.a, edge.b);
  }

  std::vector<std::vector<std::uint32_t>> group() {
    while (!queue_.empty()) {
      const Join join = queue_.top();
      queue_.pop();
      if (groups_[join.a].units.empty() || groups_[join.b].units.empty() ||
          !groups_[join.a].edges.contains(join.b) ||
          mean(join.a, join.b) != join.mean) {
        continue;
      }
      unite(join.a, join.b);
    }
    std::vector<std::vector<std::uint32_t>> found;
    for (Group& group : groups_) {
      if (group.units.empty()) continue;
      std::sort(group.units.begin(), group.units.end());
      found.push_back(std::move(group.units));
    }
    return found;
  }

 private:
  struct Edge {
    float sum = 0;
    std::uint32_t count = 0;
  };
  struct Group {
    std::vector<std::uint32_t> units;
    std::map<std::uint32_t, Edge> edges;                        // by group
    std::map<ReportIndex, std::vector<std::uint32_t>> reports;  // units
  };

  float mean(std::uint32_t a, std::uint32_t b) const {
    const Group& x = groups_[a];
    const Group& y = groups_[b];
    const Edge edge = x.edges.at(b);
    auto pairs = static_cast<float>(x.units.size() * y.units.size());
    float repeated = 0;  // how alike the units of one report are
    float repeats = 0;
    for (const auto& [report, units] : x.reports) {
      const auto other = y.reports.find(report);
      if (other == y.reports.end()) continue;
      pairs -= static_cast<float>(units.size() * other->second.size());
      if (repeats >= kMaxRepeats) continue;
      for (const std::uint32_t unit : units) {
        for (const std::uint32_t second : other->second) {
          repeated += likeness(unit, second);
          repeats += 1;
        }
      }
    }
    const auto known = static_cast<float>(edge.count);
    if (missing_ == MissingEdges::kUnknown) {
      pairs = known + (pairs - known) * kUnknownShare;
    }
    return (edge.sum + repeated) / (std::max(pairs, known) + repeats);
  }

  // How far two units of one report say the same: all the way for clauses of
  // one sentence that follow one another, since together they may be what
  // another report says in one.
  float likeness(std::uint32_t a, std::uint32_t b) const {
    const Unit& x = story_.units[a];
    const Unit& y = story_.units[b];
    if (x.sentence == y.sentence) return kSameSentence;
    const float alike =
        term_dice(story_.terms(x), x.set, story_.terms(y), y.set);
    return alike < kRepeated ? kOtherStatement : alike;
  }

  void push(std::uint32_t a, std::uint32_t b) {
    if (a > b) std::swap(a, b);
    const float value = mean(a, b);
    if (value >= kJoin) queue_.push({value, a, b});
  }

  // Joins the group with fewer edges to the other.
  void unite(std::uint32_t a, std::uint32_t b) {
    if (groups_[a].edges.size() < groups_[b].edges.size()) std::swap(a, b);
    Group& kept = groups_[a];
    Group gone = std::move(groups_[b]);
    groups_[b] = {};
    kept.edges.erase(b);
    kept.units.insert(kept.units.end(), gone.units.begin(), gone.units.end());
    for (const auto& [report, units] : gone.reports) {
      auto& all = kept.reports[report];
      all.insert(all.end(), units.begin(), units.end());
    }
    for (const auto& [other, edge] : gone.edges) {
      if (other == a) continue;
      groups_[other].edges.erase(b);
      for (Edge* sum : {&kept.edges[other], &groups_[other].edges[a]}) {
        sum->sum += edge.sum;
        sum->count += edge.count;
      }
    }
    for (const auto& [other, edge] : kept.edges) push(a, other);
  }

  const StoryText& story_;
  MissingEdges missing_;
  std::vector<Group> groups_;
  std::priority_queue<Join> queue_;
};

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
  for (auto& units : Grouper(story, edges, missing).group()) {
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
