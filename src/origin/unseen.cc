#include "origin/unseen.h"

#include <algorithm>
#include <cmath>

#include "origin/logistic.h"
#include "origin/unseen_weights.h"

namespace stemma::origin {
namespace {

// Changes on the way from one text to the other: words that came and words
// that went, by stretches.
double changes(const BitSet& from, const BitSet& to) {
  const BitSet both = to & from;
  return stretches(to - from, both) + stretches(from - to, both);
}

// What speaks against each child as the text itself.
struct Children {
  // Stretches of the unseen text that the child in hand which lacks fewest
  // lacks and another child or the parent has; kNobody without such a child.
  double regained = 0;
  double own = 0;  // stretches that the child with most has beyond it
};

constexpr double kNobody = 99;

Children children_of(const TreeView& tree, std::uint32_t node) {
  const BitSet& held = tree.sets[node];
  const auto size = static_cast<std::uint32_t>(tree.parents.size());
  const auto is_near = [&tree, node](std::uint32_t other) {
    return tree.parents[other] == node || tree.parents[node] == other;
  };
  Children found{.regained = kNobody};
  for (std::uint32_t child = 0; child < size; ++child) {
    if (tree.parents[child] != node) continue;
    const BitSet& own = tree.sets[child];
    const BitSet both = held & own;
    found.own = std::max<double>(found.own, stretches(own - held, both));
    if (child >= tree.texts) continue;
    BitSet others = held - held;
    for (std::uint32_t other = 0; other < size; ++other) {
      if (other != child && is_near(other)) others |= tree.sets[other];
    }
    found.regained = std::min<double>(found.regained,
                                      stretches((held - own) & others, both));
  }
  return found;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle =
      values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

const std::array<std::string_view, kUnseenFeatures> kUnseenNames = {
    "saving",   "least",    "second",        "typical", "up_gain",
    "gain",     "branches", "unseen_round",  "texts",   "root",
    "regained", "own",      "parent_in_hand"};

UnseenFeatures unseen_features(const TreeView& tree, std::uint32_t node,
                               double saving) {
  const Parents& parents = tree.parents;
  const std::vector<BitSet>& sets = tree.sets;
  std::vector<double> round;    // changes to each neighbour
  std::vector<double> typical;  // of the other edges
  std::vector<double> gains;    // words that arose again
  double unseen_round = 0;
  for (std::uint32_t child = 0; child < parents.size(); ++child) {
    const std::uint32_t parent = parents[child];
    if (parent == kOutside) continue;
    const double size = changes(sets[parent], sets[child]);
    if (parent == node || child == node) {
      round.push_back(size);
      const std::uint32_t other = child == node ? parent : child;
      if (other >= tree.texts) ++unseen_round;
    } else {
      typical.push_back(size);
    }
    gains.push_back(stretches((sets[child] & tree.shared) - sets[parent],
                              sets[child] & sets[parent]));
  }
  std::sort(round.begin(), round.end());
  const double usual = median(typical.empty() ? round : std::move(typical));
  const std::uint32_t up = parents[node];
  const double up_gain = up == kOutside
                             ? 0
                             : stretches((sets[node] & tree.shared) - sets[up],
                                         sets[node] & sets[up]);
  double sum = 0;
  for (const double gain : gains) sum += gain;
  const Children children = children_of(tree, node);
  return {
      std::log1p(std::max(0.0, saving)),
      std::log1p(round.empty() ? 0 : round[0]),
      std::log1p(round.size() < 2 ? 0 : round[1]),
      std::log1p(usual),
      std::log1p(up_gain),
      std::log1p(gains.empty() ? 0 : sum / static_cast<double>(gains.size())),
      std::log(static_cast<double>(std::max<std::size_t>(1, round.size()))),
      unseen_round,
      std::log(static_cast<double>(tree.texts)),
      up == kOutside ? 1.0 : 0.0,
      std::log1p(children.regained),
      std::log1p(children.own),
      up != kOutside && up < tree.texts ? 1.0 : 0.0};
}

double unseen_confidence(const UnseenFeatures& features) {
  return logistic(kUnseenBias, kUnseenWeights, features);
}

}  // namespace stemma::origin
