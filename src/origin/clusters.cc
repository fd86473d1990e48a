#include "origin/clusters.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <queue>

namespace stemma::origin {
namespace {

constexpr double kJoined = 0.5;
// Joinings beyond these are as good as certain; they cost no time.
constexpr double kCertain = 0.999;
constexpr double kImpossible = 0.01;
// That many pairs of two groups without an edge count as 0; the rest of them
// were not compared and say nothing.
constexpr std::uint64_t kEnoughPairs = 8;
// Members whose pairs go into a table.
constexpr std::uint32_t kDenseUpTo = 64;

// How likely it is that one cause joins all that is undecided.
constexpr double kCommonCause = 0.5;

// Sum and number of the edges between two groups.
struct Between {
  double sum = 0;
  double surest = 0;
  double undecided = 0;  // the greatest
  std::uint64_t edges = 0;
};

// Groups in the making; a group's number is its smallest member.
class Linkage {
 public:
  Linkage(std::uint32_t members, std::span<const Edge> edges)
      : neighbours_(members), size_(members, 1), version_(members, 0) {
    for (const Edge& edge : edges) {
      if (edge.a == edge.b) continue;
      add(edge.a, edge.b,
          {.sum = edge.probability,
           .surest = edge.probability,
           .undecided = edge.undecided,
           .edges = 1});
    }
    for (std::uint32_t group = 0; group < members; ++group) {
      for (const auto& [other, between] : neighbours_[group]) {
        if (group < other) offer(group, other);
      }
    }
  }

  std::vector<Merge> run() {
    std::vector<Merge> merges;
    while (!offers_.empty()) {
      const Offer best = offers_.top();
      offers_.pop();
      const bool stale = best.version_a != version_[best.merge.a] ||
                         best.version_b != version_[best.merge.b];
      if (stale) continue;
      merges.push_back(best.merge);
      join(best.merge.a, best.merge.b);
    }
    return merges;
  }

 private:
  struct Offer {
    Merge merge;
    std::uint32_t version_a = 0;
    std::uint32_t version_b = 0;
    // The heap's top is the greatest: surest, then smallest members.
    bool operator<(const Offer& other) const {
      if (merge.probability != other.merge.probability) {
        return merge.probability < other.merge.probability;
      }
      if (merge.a != other.merge.a) return merge.a > other.merge.a;
      return merge.b > other.merge.b;
    }
  };

  void add(std::uint32_t a, std::uint32_t b, const Between& between) {
    for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
      Between& known = neighbours_[from][to];
      known.sum += between.sum;
      known.surest = std::max(known.surest, between.surest);
      known.undecided = std::max(known.undecided, between.undecided);
      known.edges += between.edges;
    }
  }

  void offer(std::uint32_t a, std::uint32_t b) {
    if (a > b) std::swap(a, b);
    const Between& between = neighbours_[a].at(b);
    const std::uint64_t pairs = std::uint64_t{size_[a]} * size_[b];
    const std::uint64_t counted =
        std::max(between.edges, std::min(pairs, kEnoughPairs));
    const double mean = between.sum / static_cast<double>(counted);
    offers_.push({.merge = {.probability = std::min(1.0, mean),
                            .surest = between.surest,
                            .a = a,
                            .b = b,
                            .undecided = between.undecided},
                  .version_a = version_[a],
                  .version_b = version_[b]});
  }

  // The group of the smaller number takes the other in.
  void join(std::uint32_t a, std::uint32_t b) {
    neighbours_[a].erase(b);
    neighbours_[b].erase(a);
    std::uint32_t const kept = std::min(a, b);
    std::uint32_t const gone = std::max(a, b);
    for (const auto& [other, between] : neighbours_[gone]) {
      neighbours_[other].erase(gone);
      add(kept, other, between);
    }
    neighbours_[gone].clear();
    size_[kept] += size_[gone];
    ++version_[kept];
    ++version_[gone];
    for (const auto& [other, between] : neighbours_[kept]) offer(kept, other);
  }

  std::vector<std::map<std::uint32_t, Between>> neighbours_;
  std::vector<std::uint32_t> size_;
  std::vector<std::uint32_t> version_;
  std::priority_queue<Offer> offers_;
};

// The same for few members, by a table of all pairs: no memory is asked for
// while groups are joined, and a look at every pair costs little.
class DenseLinkage {
 public:
  DenseLinkage(std::uint32_t members, std::span<const Edge> edges)
      : members_(members),
        table_(std::size_t{members} * members),
        size_(members, 1),
        best_(members) {
    for (const Edge& edge : edges) {
      if (edge.a == edge.b) continue;
      const Between one{.sum = edge.probability,
                        .surest = edge.probability,
                        .undecided = edge.undecided,
                        .edges = 1};
      const auto [a, b] = std::minmax(edge.a, edge.b);
      add(one, at(a, b));
    }
    for (std::uint32_t group = 0; group < members; ++group) look(group);
  }

  std::vector<Merge> run() {
    std::vector<Merge> merges;
    while (true) {
      const auto best = std::max_element(
          best_.begin(), best_.end(), [](const Merge& x, const Merge& y) {
            return x.probability < y.probability;  // the first of equals wins
          });
      if (best == best_.end() || best->a == best->b) return merges;
      merges.push_back(*best);
      join(best->a, best->b);
    }
  }

 private:
  // REQUIRES: a < b.
  Between& at(std::uint32_t a, std::uint32_t b) {
    return table_[std::size_t{a} * members_ + b];
  }

  static void add(const Between& from, Between& to) {
    to.sum += from.sum;
    to.surest = std::max(to.surest, from.surest);
    to.undecided = std::max(to.undecided, from.undecided);
    to.edges += from.edges;
  }

  double mean(std::uint32_t a, std::uint32_t b) {
    const Between& between = at(a, b);
    const std::uint64_t pairs = std::uint64_t{size_[a]} * size_[b];
    const std::uint64_t counted =
        std::max(between.edges, std::min(pairs, kEnoughPairs));
    return std::min(1.0, between.sum / static_cast<double>(counted));
  }

  // Finds the best partner of `group` among those of greater number; a merge of
  // the group with itself where there is none.
  void look(std::uint32_t group) {
    best_[group] = {.probability = -1, .a = group, .b = group};
    if (size_[group] == 0) return;
    for (std::uint32_t other = group + 1; other < members_; ++other) {
      if (size_[other] > 0) offer(group, other);
    }
  }

  // Takes `other` as the best partner of `group` if it is better.
  void offer(std::uint32_t group, std::uint32_t other) {
    const Between& between = at(group, other);
    if (between.edges == 0) return;
    Merge& best = best_[group];
    const double probability = mean(group, other);
    if (probability < best.probability) return;
    if (probability == best.probability && best.b < other) return;
    best = {.probability = probability,
            .surest = between.surest,
            .a = group,
            .b = other,
            .undecided = between.undecided};
  }

  // The group of the smaller number takes the other in.
  void join(std::uint32_t kept, std::uint32_t gone) {
    for (std::uint32_t other = 0; other < members_; ++other) {
      if (other == kept || other == gone || size_[other] == 0) continue;
      const auto [a, b] = std::minmax(gone, other);
      const auto [c, d] = std::minmax(kept, other);
      add(at(a, b), at(c, d));
    }
    size_[kept] += size_[gone];
    size_[gone] = 0;
    look(gone);
    look(kept);
    for (std::uint32_t group = 0; group < gone; ++group) {
      const std::uint32_t partner = best_[group].b;
      if (partner == gone || partner == kept) {
        look(group);
      } else if (group < kept && size_[group] > 0) {
        offer(group, kept);
      }
    }
  }

  std::uint32_t members_;
  std::vector<Between> table_;       // of groups a < b, at a * members + b
  std::vector<std::uint32_t> size_;  // 0: joined to another
  std::vector<Merge> best_;          // of each group with a greater one
};

std::uint32_t root_of(std::vector<std::uint32_t>& parents,
                      std::uint32_t member) {
  while (parents[member] != member) {
    parents[member] = parents[parents[member]];
    member = parents[member];
  }
  return member;
}

// Distribution of how many of the uncertain joinings happen.
std::vector<double> toss(std::span<const double> probabilities) {
  std::vector<double> happen(probabilities.size() + 1, 0.0);
  happen[0] = 1;
  for (std::size_t n = 0; n < probabilities.size(); ++n) {
    const double p = probabilities[n];
    for (std::size_t k = n + 1; k > 0; --k) {
      happen[k] = happen[k] * (1 - p) + happen[k - 1] * p;
    }
    happen[0] *= 1 - p;
  }
  return happen;
}

}  // namespace

std::vector<Merge> average_linkage(std::uint32_t members,
                                   std::span<const Edge> edges) {
  if (members <= kDenseUpTo) return DenseLinkage(members, edges).run();
  return Linkage(members, edges).run();
}

std::vector<std::uint32_t> groups_of(std::uint32_t members,
                                     std::span<const Merge> merges) {
  std::vector<std::uint32_t> parents(members);
  std::iota(parents.begin(), parents.end(), 0U);
  for (const Merge& merge : merges) {
    if (merge.probability < kJoined) continue;
    const std::uint32_t a = root_of(parents, merge.a);
    const std::uint32_t b = root_of(parents, merge.b);
    parents[std::max(a, b)] = std::min(a, b);
  }
  std::vector<std::uint32_t> groups(members);
  std::uint32_t next = 0;
  for (std::uint32_t member = 0; member < members; ++member) {
    const std::uint32_t root = root_of(parents, member);
    groups[member] = root == member ? next++ : groups[root];
  }
  return groups;
}

CountRange count_groups(std::uint32_t members, std::span<const Merge> merges,
                        double tail) {
  if (members == 0) return {};
  std::uint32_t likely = members;
  std::uint32_t certain = 0;
  std::vector<double> uncertain;
  std::vector<double> with_cause;  // their chances if there is a common cause
  for (const Merge& merge : merges) {
    const bool joined = merge.probability >= kJoined;
    if (joined) --likely;
    const double chance = joined ? merge.surest : merge.probability;
    if (chance > kCertain) {
      ++certain;
    } else if (std::max(chance, merge.undecided) > kImpossible) {
      uncertain.push_back(chance);
      with_cause.push_back(chance + (1 - chance) * merge.undecided);
    }
  }
  std::vector<double> happen = toss(uncertain);
  const std::vector<double> caused = toss(with_cause);
  for (std::size_t k = 0; k < happen.size(); ++k) {
    happen[k] += kCommonCause * (caused[k] - happen[k]);
  }
  std::uint32_t fewest = 0;
  for (double below = happen[0]; below <= tail && fewest < uncertain.size();) {
    below += happen[++fewest];
  }
  auto most = static_cast<std::uint32_t>(uncertain.size());
  for (double above = happen[most]; above <= tail && most > fewest;) {
    above += happen[--most];
  }
  // More coins than members may have been tossed, but one group is left.
  const auto left = [&](std::uint32_t joined) {
    const std::uint32_t gone = certain + joined;
    return gone < members ? members - gone : 1;
  };
  return {.likely = likely,
          .low = std::min(likely, left(most)),
          .high = std::max(likely, left(fewest))};
}

}  // namespace stemma::origin
