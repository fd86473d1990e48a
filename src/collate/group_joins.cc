// A queue holds the joins, each with a gain that it cannot exceed. The first
// is computed exactly when it comes up, and goes back if it is less than it
// promised; so the value of a join is found only where it may be the best, and
// groups that grow do not make all of their joins be computed anew. One that is
// a little less than promised is taken all the same: else, of hundreds of equal
// readings, each would be computed anew whenever one of them joins the group.
#include "collate/group_joins.h"

#include <algorithm>
#include <tuple>

#include <boost/heap/d_ary_heap.hpp>
#include <boost/unordered/unordered_flat_map.hpp>

namespace stemma::collate {
namespace {

constexpr float kNearly = 0.95F;  // of the gain that was promised

struct Join {
  float gain = 0;       // for each pair, at most
  std::uint32_t a = 0;  // a < b
  std::uint32_t b = 0;
  friend bool operator<(const Join& x, const Join& y) {
    return std::tuple(x.gain, y.a, y.b) < std::tuple(y.gain, x.a, x.b);
  }
};

class Joiner {
 public:
  Joiner(std::uint32_t units, std::span<const UnitEdge> edges,
         GroupingValue& value)
      : value_(value), groups_(units) {
    for (std::uint32_t i = 0; i < units; ++i) groups_[i].units = {i};
    for (const UnitEdge& edge : edges) {
      groups_[edge.a].edges[edge.b] = {edge.probability, 1};
      groups_[edge.b].edges[edge.a] = {edge.probability, 1};
      push(edge.a, edge.b, {edge.probability, 1});
    }
  }

  std::vector<std::uint32_t> join() {
    while (!queue_.empty()) {
      const Join join = queue_.top();
      queue_.pop();
      const auto edge = groups_[join.a].edges.find(join.b);
      if (edge == groups_[join.a].edges.end()) continue;  // one is gone
      const float exact = gain(join.a, join.b, edge->second);
      if (exact > kLeastGain && exact >= kNearly * join.gain) {
        unite(join.a, join.b);
      } else if (exact > kLeastGain) {
        queue_.push({exact, join.a, join.b});
      }
    }
    std::vector<std::uint32_t> group_of(groups_.size());
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
      for (const std::uint32_t unit : groups_[i].units) group_of[unit] = i;
    }
    return group_of;
  }

 private:
  struct Group {
    std::vector<std::uint32_t> units;                         // ascending
    boost::unordered_flat_map<std::uint32_t, EdgeSum> edges;  // by group
  };

  float gain(std::uint32_t a, std::uint32_t b, EdgeSum edges) {
    const auto& x = groups_[a].units;
    const auto& y = groups_[b].units;
    return value_.together(x, y, edges) /
           static_cast<float>(x.size() * y.size());
  }

  void push(std::uint32_t a, std::uint32_t b, EdgeSum edges) {
    const auto pairs =
        static_cast<float>(groups_[a].units.size() * groups_[b].units.size());
    const float most = GroupingValue::at_most(edges) / pairs;
    if (most > kLeastGain) {
      queue_.push({most, std::min(a, b), std::max(a, b)});
    }
  }

  // Joins the group with fewer edges to the other.
  void unite(std::uint32_t a, std::uint32_t b) {
    if (groups_[a].edges.size() < groups_[b].edges.size()) std::swap(a, b);
    Group& kept = groups_[a];
    const Group gone = std::move(groups_[b]);
    groups_[b] = {};
    kept.edges.erase(b);
    const auto middle = static_cast<std::ptrdiff_t>(kept.units.size());
    kept.units.insert(kept.units.end(), gone.units.begin(), gone.units.end());
    std::inplace_merge(kept.units.begin(), kept.units.begin() + middle,
                       kept.units.end());
    for (const auto& [other, edge] : gone.edges) {
      if (other == a) continue;
      Group& third = groups_[other];
      third.edges.erase(b);
      const EdgeSum sum = kept.edges[other] += edge;
      third.edges[a] = sum;
      push(a, other, sum);
    }
  }

  GroupingValue& value_;
  std::vector<Group> groups_;
  // Millions of joins: fewer levels are fewer waits for memory.
  boost::heap::d_ary_heap<Join, boost::heap::arity<8>> queue_;
};

}  // namespace

std::vector<std::uint32_t> join_groups(std::uint32_t units,
                                       std::span<const UnitEdge> edges,
                                       GroupingValue& value) {
  return Joiner(units, edges, value).join();
}

}  // namespace stemma::collate
