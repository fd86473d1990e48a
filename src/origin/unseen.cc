#include "origin/unseen.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "origin/logistic.h"
#include "origin/unseen_weights.h"

namespace stemma::origin {
namespace {

// How many changes there are on the way from one text to the other.
double amount(const Changes& changes) {
  return changes.runs + changes.cuts + changes.gained;
}

// What speaks against each child as the text itself.
struct Children {
  // Changes of the child in hand which has fewest of those for which another
  // child or the parent has the words of the unseen text; kNobody without such
  // a child.
  double regained = 0;
  double own = 0;  // changes of the child that has most to words of others
};

constexpr double kNobody = 99;

Children children_of(const TreeView& tree, std::span<const NodeWords> words,
                     std::uint32_t node) {
  const NodeWords& held = words[node];
  const auto size = static_cast<std::uint32_t>(tree.parents.size());
  const auto is_near = [&tree, node](std::uint32_t other) {
    return tree.parents[other] == node || tree.parents[node] == other;
  };
  Children found{.regained = kNobody};
  for (std::uint32_t child = 0; child < size; ++child) {
    if (tree.parents[child] != node) continue;
    const NodeWords& own = words[child];
    const Changes changes = changes_between(tree.readings, held, own);
    found.own = std::max<double>(found.own, changes.again + changes.gained);
    if (child >= tree.texts) continue;
    BitSet others(tree.readings.count);
    BitSet other_units(tree.readings.units());
    for (std::uint32_t other = 0; other < size; ++other) {
      if (other == child || !is_near(other)) continue;
      others |= tree.sets[other];
      other_units |= words[other].units;
    }
    const BitSet changed = (held.readings - own.readings) & own.room & others;
    const BitSet lost = (held.units - own.units) & other_units;
    found.regained = std::min<double>(
        found.regained,
        stretches(changed, held.readings & own.readings) + lost.count());
  }
  return found;
}

double log_of(double nats) { return std::log1p(std::max(0.0, nats)); }

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle =
      values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

const std::array<std::string_view, kUnseenFeatures> kUnseenNames = {
    "saving",         "least",    "second",          "typical",
    "up_gain",        "gain",     "branches",        "unseen_round",
    "texts",          "root",     "regained",        "own",
    "parent_in_hand", "in_place", "parent_in_place", "child_in_place",
    "rarity"};

UnseenFeatures unseen_features(const TreeView& tree, std::uint32_t node,
                               const Savings& savings) {
  const Parents& parents = tree.parents;
  std::vector<NodeWords> words;
  words.reserve(tree.sets.size());
  for (const BitSet& set : tree.sets) {
    words.push_back(words_of(tree.readings, set));
  }
  std::vector<double> round;    // changes to each neighbour
  std::vector<double> typical;  // of the other edges
  std::vector<double> gains;    // words that arose again
  double unseen_round = 0;
  double up_gain = 0;
  for (std::uint32_t child = 0; child < parents.size(); ++child) {
    const std::uint32_t parent = parents[child];
    if (parent == kOutside) continue;
    const Changes changes =
        changes_between(tree.readings, words[parent], words[child]);
    if (parent == node || child == node) {
      round.push_back(amount(changes));
      const std::uint32_t other = child == node ? parent : child;
      if (other >= tree.texts) ++unseen_round;
      if (child == node) up_gain = changes.again + changes.gained;
    } else {
      typical.push_back(amount(changes));
    }
    gains.push_back(changes.again + changes.gained);
  }
  std::sort(round.begin(), round.end());
  const double usual = median(typical.empty() ? round : std::move(typical));
  const std::uint32_t up = parents[node];
  double sum = 0;
  for (const double gain : gains) sum += gain;
  const Children children = children_of(tree, words, node);
  return {
      log_of(savings.tree),
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
      up != kOutside && up < tree.texts ? 1.0 : 0.0,
      log_of(std::min(savings.parent, savings.child)),
      log_of(savings.parent),
      log_of(savings.child),
      savings.rarity};
}

double unseen_confidence(const UnseenFeatures& features) {
  return logistic(kUnseenBias, kUnseenWeights, features);
}

}  // namespace stemma::origin
