// Average linkage over a graph of few edges, by the neighbours of each group.
//
// A group knows its neighbours and the best of those of greater number, so
// every pair of groups is looked at from one side; a tree over the groups finds
// the best of all (a tournament, as in sorting by selection). To join two
// groups is to go through the neighbours of both: what lay between the one that
// goes and a third is added to what lies between the one that stays and the
// third, and the best partners are compared with the new means. Only a group
// whose best partner has become worse looks at all its neighbours again.
#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "origin/clusters.h"

namespace stemma::origin {
namespace {

// That many pairs of two groups without an edge count as 0; the rest of them
// were not compared and say nothing.
constexpr std::uint64_t kEnoughPairs = 8;
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// The first of the greatest values of a list, which change one by one.
class Tournament {
 public:
  explicit Tournament(std::size_t size)
      : leaves_(std::bit_ceil(std::max<std::size_t>(size, 1))),
        values_(leaves_, -1.0),
        winners_(2 * leaves_) {
    for (std::size_t i = 0; i < leaves_; ++i) {
      winners_[leaves_ + i] = static_cast<std::uint32_t>(i);
    }
    for (std::size_t node = leaves_ - 1; node > 0; --node) play(node);
  }

  void set(std::uint32_t place, double value) {
    if (values_[place] == value) return;
    values_[place] = value;
    for (std::size_t node = (leaves_ + place) / 2; node > 0; node /= 2) {
      play(node);
    }
  }

  std::uint32_t best() const { return winners_[1]; }

 private:
  void play(std::size_t node) {
    const std::uint32_t left = winners_[2 * node];
    const std::uint32_t right = winners_[2 * node + 1];
    winners_[node] = values_[right] > values_[left] ? right : left;
  }

  std::size_t leaves_;
  std::vector<double> values_;
  std::vector<std::uint32_t> winners_;  // of the leaves below each node
};

// Groups in the making; a group's number is its smallest member.
class Linkage {
 public:
  Linkage(std::uint32_t members, std::span<const Edge> edges)
      : neighbours_(members),
        size_(members, 1),
        best_(members),
        between_kept_(members, kNone),
        offers_(members) {
    add_edges(edges);
    for (std::uint32_t group = 0; group < members; ++group) look(group);
  }

  std::vector<Merge> run() {
    std::vector<Merge> merges;
    if (size_.empty()) return merges;
    merges.reserve(size_.size());
    while (true) {
      const std::uint32_t group = offers_.best();
      const Best best = best_[group];
      if (best.group == kNone) return merges;
      const Between& between = betweens_[best.between];
      merges.push_back({.probability = best.probability,
                        .surest = between.surest,
                        .a = group,
                        .b = best.group,
                        .undecided = between.undecided});
      join(group, best.group);
    }
  }

 private:
  // Sum and number of the edges between two groups.
  struct Between {
    double sum = 0;
    double surest = 0;
    double undecided = 0;  // the greatest
    std::uint64_t edges = 0;
  };
  struct Neighbour {
    std::uint32_t group = 0;
    std::uint32_t between = 0;  // of betweens_
  };
  // The best neighbour of greater number.
  struct Best {
    double probability = -1;
    std::uint32_t group = kNone;
    std::uint32_t between = kNone;
  };

  static void add(const Between& from, Between& to) {
    to.sum += from.sum;
    to.surest = std::max(to.surest, from.surest);
    to.undecided = std::max(to.undecided, from.undecided);
    to.edges += from.edges;
  }

  void add_edges(std::span<const Edge> given) {
    std::vector<Edge> edges;
    edges.reserve(given.size());
    std::vector<std::uint32_t> degree(size_.size(), 0);
    for (Edge edge : given) {
      if (edge.a == edge.b) continue;
      if (edge.a > edge.b) std::swap(edge.a, edge.b);
      edges.push_back(edge);
      ++degree[edge.a];
      ++degree[edge.b];
    }
    const auto earlier = [](const Edge& x, const Edge& y) {
      return std::pair(x.a, x.b) < std::pair(y.a, y.b);
    };
    if (!std::is_sorted(edges.begin(), edges.end(), earlier)) {
      std::stable_sort(edges.begin(), edges.end(), earlier);
    }
    for (std::size_t i = 0; i < degree.size(); ++i) {
      neighbours_[i].reserve(degree[i]);
    }
    betweens_.reserve(edges.size());
    const Edge* before = nullptr;
    for (const Edge& edge : edges) {
      if (before == nullptr || before->a != edge.a || before->b != edge.b) {
        const auto between = static_cast<std::uint32_t>(betweens_.size());
        neighbours_[edge.a].push_back({edge.b, between});
        neighbours_[edge.b].push_back({edge.a, between});
        betweens_.emplace_back();
      }
      add({.sum = edge.probability,
           .surest = edge.probability,
           .undecided = edge.undecided,
           .edges = 1},
          betweens_.back());
      before = &edge;
    }
  }

  double mean(std::uint32_t a, std::uint32_t b, const Between& between) const {
    const std::uint64_t pairs = std::uint64_t{size_[a]} * size_[b];
    const std::uint64_t counted =
        std::max(between.edges, std::min(pairs, kEnoughPairs));
    return std::min(1.0, between.sum / static_cast<double>(counted));
  }

  static bool is_better(const Best& one, const Best& other) {
    if (one.probability != other.probability) {
      return one.probability > other.probability;
    }
    return one.group < other.group;
  }

  Best offer(std::uint32_t group, const Neighbour& to) const {
    return {mean(group, to.group, betweens_[to.between]), to.group, to.between};
  }

  void set_best(std::uint32_t group, const Best& best) {
    best_[group] = best;
    offers_.set(group, best.probability);
  }

  // Finds the best partner of a group.
  void look(std::uint32_t group) {
    Best best;
    for (const Neighbour& to : neighbours_[group]) {
      if (to.group < group) continue;
      const Best made = offer(group, to);
      if (is_better(made, best)) best = made;
    }
    set_best(group, best);
  }

  // The place of `group` among the neighbours of another.
  // REQUIRES: it is one.
  static Neighbour& find(std::vector<Neighbour>& neighbours,
                         std::uint32_t group) {
    return *std::find_if(
        neighbours.begin(), neighbours.end(),
        [group](const Neighbour& one) { return one.group == group; });
  }

  static void erase(std::vector<Neighbour>& neighbours, Neighbour& one) {
    one = neighbours.back();
    neighbours.pop_back();
  }

  // The group of the smaller number takes the other in.
  void join(std::uint32_t kept, std::uint32_t gone) {
    std::vector<Neighbour>& own = neighbours_[kept];
    erase(own, find(own, gone));
    for (const Neighbour& to : own) between_kept_[to.group] = to.between;
    const std::size_t known = own.size();
    for (const Neighbour& to : neighbours_[gone]) {
      if (to.group == kept) continue;
      std::vector<Neighbour>& others = neighbours_[to.group];
      Neighbour& back = find(others, gone);
      const std::uint32_t between = between_kept_[to.group];
      if (between == kNone) {
        back.group = kept;
        own.push_back(to);
      } else {
        add(betweens_[to.between], betweens_[between]);
        erase(others, back);
      }
    }
    for (std::size_t i = 0; i < known; ++i) between_kept_[own[i].group] = kNone;
    neighbours_[gone] = {};
    size_[kept] += size_[gone];
    set_best(gone, {});
    look(kept);
    for (const Neighbour& to : own) look_again(to, kept, gone);
  }

  // Compares the best partner of a neighbour with the group that has grown.
  void look_again(const Neighbour& from, std::uint32_t kept,
                  std::uint32_t gone) {
    const std::uint32_t group = from.group;
    const Best& best = best_[group];
    const bool changed = best.group == kept || best.group == gone;
    if (group > kept) {
      if (changed) look(group);
      return;
    }
    const Best made = offer(group, {kept, from.between});
    if (is_better(made, best) ||
        (changed && made.probability == best.probability)) {
      set_best(group, made);
    } else if (changed) {
      look(group);
    }
  }

  std::vector<std::vector<Neighbour>> neighbours_;
  std::vector<Between> betweens_;
  std::vector<std::uint32_t> size_;
  std::vector<Best> best_;
  std::vector<std::uint32_t> between_kept_;  // while two groups are joined
  Tournament offers_;
};

}  // namespace

std::vector<Merge> average_linkage(std::uint32_t members,
                                   std::span<const Edge> edges) {
  return Linkage(members, edges).run();
}

}  // namespace stemma::origin
