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

#include "collate/group_joins.h"
#include "collate/grouping_value.h"

namespace stemma::collate {
namespace {

constexpr int kMaxRounds = 12;  // of moves

class Mover {
 public:
  Mover(std::span<const UnitEdge> edges, std::vector<std::uint32_t> group_of,
        GroupingValue& value)
      : value_(value),
        group_of_(std::move(group_of)),
        neighbours_(group_of_.size()),
        groups_(group_of_.size()),
        edges_(group_of_.size()),
        is_due_(group_of_.size(), true) {
    for (const UnitEdge& edge : edges) {
      neighbours_[edge.a].push_back({edge.b, edge.probability});
      neighbours_[edge.b].push_back({edge.a, edge.probability});
    }
    for (std::uint32_t i = 0; i < group_of_.size(); ++i) {
      groups_[group_of_[i]].push_back(i);
    }
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
    std::erase_if(groups_, [](const auto& units) { return units.empty(); });
    std::sort(groups_.begin(), groups_.end());
    return std::move(groups_);
  }

 private:
  struct Neighbour {
    std::uint32_t unit = 0;
    float probability = 0;
  };

  void enter(std::uint32_t unit, std::uint32_t group) {
    auto& units = groups_[group];
    units.insert(std::lower_bound(units.begin(), units.end(), unit), unit);
    group_of_[unit] = group;
  }

  void leave(std::uint32_t unit) {
    auto& units = groups_[group_of_[unit]];
    units.erase(std::lower_bound(units.begin(), units.end(), unit));
  }

  // What `unit` counts in a group that it is not in.
  float value(std::uint32_t unit, std::uint32_t group) {
    return value_.together({&unit, 1}, groups_[group], edges_[group]);
  }

  // The groups that a unit has edges to, ascending; their sums in edges_.
  std::vector<std::uint32_t> sum_edges(std::uint32_t unit) {
    std::vector<std::uint32_t> touched;
    for (const Neighbour& neighbour : neighbours_[unit]) {
      EdgeSum& sum = edges_[group_of_[neighbour.unit]];
      if (sum.count == 0) touched.push_back(group_of_[neighbour.unit]);
      sum += {neighbour.probability, 1};
    }
    std::sort(touched.begin(), touched.end());
    return touched;
  }

  // Moves a unit to where it counts most, or into a group of its own, if that
  // is better than where it is.
  bool improve(std::uint32_t unit) {
    if (neighbours_[unit].empty()) return false;
    const std::vector<std::uint32_t> touched = sum_edges(unit);
    const std::uint32_t from = group_of_[unit];
    leave(unit);
    std::uint32_t best = from;
    float most = value(unit, from) + kLeastGain;
    if (most < 0) {
      best = empty_group(unit, from);
      most = 0;
    }
    for (const std::uint32_t group : touched) {
      if (GroupingValue::at_most(edges_[group]) <= most + kLeastGain) continue;
      const float here = value(unit, group);
      if (here > most + kLeastGain) {
        best = group;
        most = here;
      }
    }
    for (const std::uint32_t group : touched) edges_[group] = {};
    enter(unit, best);
    return best != from;
  }

  // There is one, since there are as many groups as units.
  std::uint32_t empty_group(std::uint32_t unit, std::uint32_t from) {
    if (groups_[from].empty()) return from;
    if (groups_[unit].empty()) return unit;
    while (!groups_[next_empty_].empty()) {
      next_empty_ = (next_empty_ + 1) % groups_.size();
    }
    return static_cast<std::uint32_t>(next_empty_);
  }

  GroupingValue& value_;
  std::vector<std::uint32_t> group_of_;
  std::vector<std::vector<Neighbour>> neighbours_;
  std::vector<std::vector<std::uint32_t>> groups_;  // units, ascending
  std::vector<EdgeSum> edges_;  // by group, of the unit that is looked at
  std::vector<bool> is_due_;    // to be looked at: a neighbour has moved
  std::size_t next_empty_ = 0;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> cluster_units(
    const StoryText& story, std::span<const UnitEdge> edges,
    MissingEdges missing) {
  GroupingValue value(story, missing);
  const auto units = static_cast<std::uint32_t>(story.units.size());
  return Mover(edges, join_groups(units, edges, value), value).move();
}

}  // namespace stemma::collate
