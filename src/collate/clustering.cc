// Correlation clustering (Bansal, Blum and Chawla 2004): a pair of units of
// different reports in one group counts its probability less kCost, so pairs
// without an edge count against the group; two statements of one report count
// against it more. Groups are joined greedily while that helps, those first
// that gain most for each pair (average linkage), so an early join is one that
// nearly all pairs support. Then single units move to the group where they
// gain most, or out, until none gains, which undoes early joins that later
// ones have made wrong. A sentence that says a little of everything chains no
// statements together: it has few sure partners in each group.
#include "collate/clustering.h"

#include <algorithm>
#include <map>
#include <queue>
#include <tuple>

namespace stemma::collate {
namespace {

// What a pair in one group costs. Below one half, since F1 of pairs, not their
// number right, is to be high.
constexpr float kCost = 0.16F;
// Two sentences of one report with less in common are two statements.
constexpr float kRepeated = 0.45F;
constexpr float kOtherStatement = -0.3F;
constexpr std::size_t kMaxRepeats =
    64;                                // pairs of one report that are looked at
constexpr float kUnknownShare = 0.3F;  // of the missing edges, if unknown
constexpr int kMaxRounds = 12;         // of moves
constexpr float kLeast = 1e-6F;        // gain for which anything is moved

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

// What two units of one report count in one group: nothing if they are clauses
// of one sentence or repeat each other.
float repeat_value(const StoryText& story, std::uint32_t a, std::uint32_t b) {
  const Unit& x = story.units[a];
  const Unit& y = story.units[b];
  if (x.sentence == y.sentence) return 0;
  const float alike = term_dice(story.terms(x), x.set, story.terms(y), y.set);
  return alike < kRepeated ? kOtherStatement : 0;
}

struct EdgeSum {
  float sum = 0;
  std::uint32_t count = 0;
};

// What `pairs` pairs of different reports count, of which `edges` are known.
float pairs_value(EdgeSum edges, float pairs, MissingEdges missing) {
  const auto known = static_cast<float>(edges.count);
  if (missing == MissingEdges::kUnknown) {
    pairs = known + (pairs - known) * kUnknownShare;
  }
  return edges.sum - kCost * std::max(pairs, known);
}

using ReportUnits = std::map<ReportIndex, std::vector<std::uint32_t>>;

// A join of two groups as it is when they are first or last looked at.
struct Join {
  float gain = 0;       // for each pair
  std::uint32_t a = 0;  // a < b
  std::uint32_t b = 0;
  friend bool operator<(const Join& x, const Join& y) {
    return std::tuple(x.gain, y.a, y.b) < std::tuple(y.gain, x.a, x.b);
  }
};

class Joiner {
 public:
  Joiner(const StoryText& story, std::span<const UnitEdge> edges,
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

  // The group of each unit.
  std::vector<std::uint32_t> join() {
    while (!queue_.empty()) {
      const Join join = queue_.top();
      queue_.pop();
      if (groups_[join.a].units.empty() || groups_[join.b].units.empty() ||
          !groups_[join.a].edges.contains(join.b) ||
          gain(join.a, join.b) != join.gain) {
        continue;
      }
      unite(join.a, join.b);
    }
    std::vector<std::uint32_t> group_of(story_.units.size());
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
      for (const std::uint32_t unit : groups_[i].units) group_of[unit] = i;
    }
    return group_of;
  }

 private:
  struct Group {
    std::vector<std::uint32_t> units;
    std::map<std::uint32_t, EdgeSum> edges;  // by group
    ReportUnits reports;
  };

  float gain(std::uint32_t a, std::uint32_t b) const {
    const Group& x = groups_[a];
    const Group& y = groups_[b];
    const auto all = static_cast<float>(x.units.size() * y.units.size());
    float pairs = all;
    float repeated = 0;
    std::size_t repeats = 0;
    const bool x_smaller = x.reports.size() <= y.reports.size();
    const ReportUnits& fewer = x_smaller ? x.reports : y.reports;
    const ReportUnits& more = x_smaller ? y.reports : x.reports;
    for (const auto& [report, units] : fewer) {
      const auto other = more.find(report);
      if (other == more.end()) continue;
      pairs -= static_cast<float>(units.size() * other->second.size());
      if (repeats >= kMaxRepeats) continue;
      for (const std::uint32_t unit : units) {
        for (const std::uint32_t second : other->second) {
          repeated += repeat_value(story_, unit, second);
          ++repeats;
        }
      }
    }
    return (pairs_value(x.edges.at(b), pairs, missing_) + repeated) / all;
  }

  void push(std::uint32_t a, std::uint32_t b) {
    if (a > b) std::swap(a, b);
    const float value = gain(a, b);
    if (value > kLeast) queue_.push({value, a, b});
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
      for (EdgeSum* sum : {&kept.edges[other], &groups_[other].edges[a]}) {
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

class Mover {
 public:
  Mover(const StoryText& story, std::span<const UnitEdge> edges,
        MissingEdges missing, std::vector<std::uint32_t> group_of)
      : story_(story),
        missing_(missing),
        group_of_(std::move(group_of)),
        neighbours_(story.units.size()),
        groups_(story.units.size()),
        is_due_(story.units.size(), true) {
    for (const UnitEdge& edge : edges) {
      neighbours_[edge.a].push_back({edge.b, edge.probability});
      neighbours_[edge.b].push_back({edge.a, edge.probability});
    }
    for (std::uint32_t i = 0; i < group_of_.size(); ++i) enter(i, group_of_[i]);
  }

  std::vector<std::vector<std::uint32_t>> move() {
    bool moved = true;
    for (int round = 0; moved && round < kMaxRounds; ++round) {
      moved = false;
      for (std::uint32_t i = 0; i < group_of_.size(); ++i) {
        if (!is_due_[i]) continue;
        is_due_[i] = false;
        if (!improve(i)) continue;
        moved = true;
        for (const Neighbour& one : neighbours_[i]) is_due_[one.unit] = true;
      }
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> found;
    for (std::uint32_t i = 0; i < group_of_.size(); ++i) {
      found[group_of_[i]].push_back(i);
    }
    std::vector<std::vector<std::uint32_t>> groups;
    groups.reserve(found.size());
    for (auto& [group, units] : found) groups.push_back(std::move(units));
    std::sort(groups.begin(), groups.end());
    return groups;
  }

 private:
  struct Neighbour {
    std::uint32_t unit = 0;
    float probability = 0;
  };
  struct Group {
    std::uint32_t size = 0;
    ReportUnits reports;
  };

  void enter(std::uint32_t unit, std::uint32_t group) {
    group_of_[unit] = group;
    ++groups_[group].size;
    groups_[group].reports[story_.units[unit].report].push_back(unit);
  }

  void leave(std::uint32_t unit) {
    Group& group = groups_[group_of_[unit]];
    --group.size;
    const auto own = group.reports.find(story_.units[unit].report);
    std::erase(own->second, unit);
    if (own->second.empty()) group.reports.erase(own);
  }

  // What `unit` counts in a group that it is not in.
  float value(std::uint32_t unit, std::uint32_t group, EdgeSum edges) const {
    const Group& other = groups_[group];
    auto pairs = static_cast<float>(other.size);
    float repeated = 0;
    const auto own = other.reports.find(story_.units[unit].report);
    if (own != other.reports.end()) {
      pairs -= static_cast<float>(own->second.size());
      const auto size = std::min<std::size_t>(own->second.size(), kMaxRepeats);
      for (const std::uint32_t second : std::span(own->second).first(size)) {
        repeated += repeat_value(story_, unit, second);
      }
    }
    return pairs_value(edges, pairs, missing_) + repeated;
  }

  // Moves a unit to where it counts most, or into a group of its own, if that
  // is better than where it is.
  bool improve(std::uint32_t unit) {
    if (neighbours_[unit].empty()) return false;
    std::map<std::uint32_t, EdgeSum> edges;
    for (const Neighbour& neighbour : neighbours_[unit]) {
      EdgeSum& sum = edges[group_of_[neighbour.unit]];
      sum.sum += neighbour.probability;
      ++sum.count;
    }
    const std::uint32_t from = group_of_[unit];
    leave(unit);
    std::uint32_t best = from;
    float most = value(unit, from, edges[from]) + kLeast;
    if (most < 0) {
      best = empty_group(unit, from);
      most = 0;
    }
    for (const auto& [group, sum] : edges) {
      const float here = value(unit, group, sum);
      if (here > most + kLeast) {
        best = group;
        most = here;
      }
    }
    enter(unit, best);
    return best != from;
  }

  // There is one, since there are as many groups as units.
  std::uint32_t empty_group(std::uint32_t unit, std::uint32_t from) {
    if (groups_[from].size == 0) return from;
    if (groups_[unit].size == 0) return unit;
    while (groups_[next_empty_].size != 0) {
      next_empty_ = (next_empty_ + 1) % groups_.size();
    }
    return static_cast<std::uint32_t>(next_empty_);
  }

  const StoryText& story_;
  MissingEdges missing_;
  std::vector<std::uint32_t> group_of_;
  std::vector<std::vector<Neighbour>> neighbours_;
  std::vector<Group> groups_;
  std::vector<bool> is_due_;  // to be looked at: a neighbour has moved
  std::size_t next_empty_ = 0;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> cluster_units(
    const StoryText& story, std::span<const UnitEdge> edges,
    MissingEdges missing) {
  Mover mover(story, edges, missing, Joiner(story, edges, missing).join());
  return mover.move();
}

}  // namespace stemma::collate
