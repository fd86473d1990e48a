// Agglomeration: average link, but what is compared with a threshold is the
// learned probability that two groups are one story, not their likeness, and
// the most probable pair goes first. The mean over all pairs of reports keeps
// chains out: a report that resembles one member of a story and no other has
// no high mean. Likeness within the two sides makes the cut tighten as a story
// gets dense.
#include "story/agglomeration.h"

#include <algorithm>
#include <optional>
#include <queue>
#include <tuple>

namespace stemma::story {
namespace {

constexpr std::size_t kLinks = 64;       // of a group to begin with
constexpr std::size_t kLikenesses = 16;  // that others() looks at
constexpr int kSweeps = 4;
constexpr std::size_t kWorthATable = 4;  // comparisons of one group

// Calls use() with the pairs of each first group. REQUIRES: sorted.
template <typename Use>
void for_each_run(std::span<const Pair> pairs, const Use& use) {
  while (!pairs.empty()) {
    const auto end = std::find_if(
        pairs.begin(), pairs.end(),
        [&](const Pair& pair) { return pair.first != pairs.front().first; });
    const auto size = static_cast<std::size_t>(end - pairs.begin());
    use(pairs.first(size));
    pairs = pairs.subspan(size);
  }
}

}  // namespace

Groups::Groups(std::span<const Profile* const> groups,
               std::span<const Pair> links, std::span<const Pair> apart,
               const std::array<double, kFields>& squares)
    : groups_(groups.size()), squares_(squares) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    groups_[i].profile = groups[i];
  }
  for (const auto& [a, b] : apart) {
    groups_[a].apart.push_back(b);
    groups_[b].apart.push_back(a);
  }
  link(links);
}

std::array<double, kComparedFields.size()> Groups::sums(std::uint32_t a,
                                                        std::uint32_t b) const {
  std::array<double, kComparedFields.size()> sums{};
  for (std::size_t i = 0; i < sums.size(); ++i) {
    sums[i] =
        likeness_sum(kComparedFields[i], profile(a), profile(b), squares_);
  }
  return sums;
}

double Groups::mean_body(std::uint32_t group, const Linked& linked) const {
  return linked.sums[0] / (static_cast<double>(profile(group).reports) *
                           profile(linked.group).reports);
}

void Groups::link(std::span<const Pair> links) {
  struct Candidate {
    double likeness = 0;
    Pair pair;
    Linked linked;
  };
  std::vector<Pair> pairs;
  pairs.reserve(links.size());
  for (const auto& [a, b] : links) {
    if (a != b) pairs.emplace_back(std::min(a, b), std::max(a, b));
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<Candidate> candidates;
  candidates.reserve(pairs.size());
  for_each_run(pairs, [&](std::span<const Pair> run) {
    const std::uint32_t first = run.front().first;
    std::optional<ComparedSide> table;
    if (run.size() >= kWorthATable) table.emplace(profile(first), squares_);
    for (const Pair& pair : run) {
      Linked linked{pair.second, {}};
      for (std::size_t i = 0; i < linked.sums.size(); ++i) {
        linked.sums[i] =
            table
                ? table->likeness_sum(kComparedFields[i], profile(pair.second))
                : likeness_sum(kComparedFields[i], profile(first),
                               profile(pair.second), squares_);
      }
      candidates.push_back({mean_body(first, linked), pair, linked});
    }
  });
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& x, const Candidate& y) {
              return x.likeness != y.likeness ? x.likeness > y.likeness
                                              : x.pair < y.pair;
            });
  for (const Candidate& each : candidates) {
    const auto& [a, b] = each.pair;
    if (groups_[a].linked.size() >= kLinks ||
        groups_[b].linked.size() >= kLinks) {
      continue;
    }
    groups_[a].linked.push_back(each.linked);
    groups_[b].linked.push_back({a, each.linked.sums});
  }
  for (Group& group : groups_) {
    std::sort(
        group.linked.begin(), group.linked.end(),
        [](const Linked& x, const Linked& y) { return x.group < y.group; });
  }
}

Groups::Linked* Groups::find(std::uint32_t a, std::uint32_t b) {
  std::vector<Linked>& linked = groups_[a].linked;
  const auto at = std::lower_bound(
      linked.begin(), linked.end(), b,
      [](const Linked& x, std::uint32_t group) { return x.group < group; });
  return at == linked.end() || at->group != b ? nullptr : &*at;
}

std::vector<std::uint32_t> Groups::linked(std::uint32_t group) const {
  std::vector<std::uint32_t> found;
  found.reserve(groups_[group].linked.size());
  for (const Linked& each : groups_[group].linked) found.push_back(each.group);
  return found;
}

bool Groups::kept_apart(std::uint32_t a, std::uint32_t b) const {
  const std::vector<std::uint32_t>& apart = groups_[a].apart;
  return std::find(apart.begin(), apart.end(), b) != apart.end();
}

bool Groups::may_merge(std::uint32_t a, std::uint32_t b) const {
  return !kept_apart(a, b) &&
         !numbers_contradict(profile(a).numbers, profile(b).numbers);
}

double Groups::others(std::uint32_t group, std::uint32_t without) {
  Group& known = groups_[group];
  if (known.changed) {
    known.likenesses.clear();
    for (const Linked& each : known.linked) {
      known.likenesses.push_back(mean_body(group, each));
    }
    const std::size_t kept = std::min(kLikenesses, known.likenesses.size());
    std::partial_sort(
        known.likenesses.begin(),
        known.likenesses.begin() + static_cast<std::ptrdiff_t>(kept),
        known.likenesses.end(), std::greater<>());
    known.likenesses.resize(kept);
    known.changed = false;
  }
  return likeness_to_others(known.likenesses,
                            mean_body(group, *find(group, without)));
}

EvidenceValues Groups::evidence(std::uint32_t a, std::uint32_t b) {
  const double pairs =
      static_cast<double>(profile(a).reports) * profile(b).reports;
  const Linked& linked = *find(a, b);
  const Likeness likeness = {linked.sums[0] / pairs, linked.sums[1] / pairs,
                             linked.sums[2] / pairs};
  return evidence_of(likeness, {&profile(a), others(a, b)},
                     {&profile(b), others(b, a)});
}

// Gives `into` the links of both, and takes `gone` out of all others. A group
// that only one of them is linked to is compared with the other first.
void Groups::relink(std::uint32_t into, std::uint32_t gone) {
  std::vector<Linked> both;
  const auto take = [&](std::uint32_t from, std::uint32_t other) {
    for (const Linked& each : groups_[from].linked) {
      if (each.group == into || each.group == gone) continue;
      const Linked* known = find(other, each.group);
      if (known != nullptr && from == gone) continue;
      Linked sum = each;
      const auto more =
          known != nullptr ? known->sums : sums(other, each.group);
      for (std::size_t i = 0; i < more.size(); ++i) sum.sums[i] += more[i];
      both.push_back(sum);
    }
  };
  take(into, gone);
  take(gone, into);
  std::sort(both.begin(), both.end(),
            [](const Linked& x, const Linked& y) { return x.group < y.group; });
  for (const Linked& each : both) {
    std::vector<Linked>& back = groups_[each.group].linked;
    std::erase_if(back, [&](const Linked& x) {
      return x.group == gone || x.group == into;
    });
    const auto at = std::lower_bound(
        back.begin(), back.end(), into,
        [](const Linked& x, std::uint32_t group) { return x.group < group; });
    back.insert(at, {into, each.sums});
    groups_[each.group].changed = true;
  }
  groups_[into].linked = std::move(both);
  groups_[gone].linked.clear();
}

std::uint32_t Groups::merge(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t into = std::min(a, b);
  const std::uint32_t gone = std::max(a, b);
  const double likeness = find(into, gone)->sums[0];
  relink(into, gone);
  Group& group = groups_[into];
  Group& other = groups_[gone];
  if (!group.own) {
    group.own = std::make_unique<Profile>(*group.profile);
    group.profile = group.own.get();
  }
  absorb(*other.profile, likeness, *group.own);
  for (const std::uint32_t each : other.apart) {
    group.apart.push_back(each);
    groups_[each].apart.push_back(into);
  }
  group.changed = true;
  other.exists = false;
  other.own.reset();
  return into;
}

namespace {

// The merging of groups in the order of probability.
class Merging {
 public:
  Merging(Groups& groups, const JoinWeights& weights,
          const MergeFunction& merging)
      : groups_(groups),
        weights_(weights),
        merging_(merging),
        versions_(groups.size(), 0),
        into_(groups.size()) {
    for (std::uint32_t i = 0; i < into_.size(); ++i) into_[i] = i;
  }

  std::vector<std::uint32_t> run() {
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      for (std::uint32_t a = 0; a < groups_.size(); ++a) {
        if (groups_.exists(a)) propose(a, a);
      }
      if (queue_.empty()) break;
      drain();
    }
    for (std::uint32_t i = 0; i < into_.size(); ++i) into_[i] = into_[into_[i]];
    return std::move(into_);
  }

 private:
  struct Proposal {
    double odds = 0;
    Pair pair;
    Pair versions;
    bool operator<(const Proposal& other) const {
      return odds != other.odds ? odds < other.odds : pair > other.pair;
    }
  };

  Proposal proposal(std::uint32_t a, std::uint32_t b) {
    return {join_odds(groups_.evidence(a, b), weights_),
            {a, b},
            {versions_[a], versions_[b]}};
  }

  // Proposes the pairs of `a` with the groups from `first` on.
  void propose(std::uint32_t a, std::uint32_t first) {
    for (const std::uint32_t b : groups_.linked(a)) {
      if (b < first || !groups_.may_merge(a, b)) continue;
      const Proposal made = proposal(std::min(a, b), std::max(a, b));
      if (made.odds > 0) queue_.push(made);
    }
  }

  // What other merges have changed since a pair was proposed shows when its
  // turn comes: it is weighed again, and goes back if it is no longer first.
  void drain() {
    while (!queue_.empty()) {
      const Proposal top = queue_.top();
      queue_.pop();
      const auto [a, b] = top.pair;
      if (!groups_.exists(a) || !groups_.exists(b) ||
          top.versions != Pair(versions_[a], versions_[b]) ||
          !groups_.may_merge(a, b)) {
        continue;
      }
      const Proposal now = proposal(a, b);
      if (now.odds <= 0) continue;
      if (!queue_.empty() && now < queue_.top() && now.odds < top.odds) {
        queue_.push(now);
        continue;
      }
      if (merging_) merging_(a, b, groups_.evidence(a, b));
      groups_.merge(a, b);
      into_[b] = a;
      ++versions_[a];
      propose(a, 0);
    }
  }

  Groups& groups_;
  const JoinWeights& weights_;
  const MergeFunction& merging_;
  std::vector<std::uint32_t> versions_;
  std::vector<std::uint32_t> into_;
  std::priority_queue<Proposal> queue_;
};

}  // namespace

std::vector<std::uint32_t> agglomerate(Groups& groups,
                                       const JoinWeights& weights,
                                       const MergeFunction& merging) {
  return Merging(groups, weights, merging).run();
}

}  // namespace stemma::story
