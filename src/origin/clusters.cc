#include "origin/clusters.h"

#include <algorithm>
#include <numeric>

namespace stemma::origin {
namespace {

constexpr double kJoined = 0.5;
// Joinings beyond these are as good as certain; they cost no time.
constexpr double kCertain = 0.999;
constexpr double kImpossible = 0.01;

// How likely it is that one cause joins all that is undecided.
constexpr double kCommonCause = 0.5;

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
