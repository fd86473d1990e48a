// The cheapest tree (tree_model.h, tree_search.h), from which unseen texts that
// are not sure enough are then taken out: chance makes some texts share words
// that look like the trace of a text behind them, and how much of that is to be
// expected depends on how the texts of the tree were changed (unseen.h).
#include "origin/text_tree.h"

#include <algorithm>

#include "origin/edit_rate.h"
#include "origin/tree_model.h"
#include "origin/tree_search.h"
#include "origin/unseen.h"

namespace stemma::origin {
namespace {

// What the tree would cost more without each of its unseen texts.
std::vector<double> savings_of(const TreeModel& model, const TreeState& state) {
  std::vector<double> savings;
  for (std::uint32_t node = model.texts(); node < state.sets.size(); ++node) {
    TreeState without{.sets = state.sets, .mixed_in = state.mixed_in};
    without.sets.erase(without.sets.begin() +
                       static_cast<std::ptrdiff_t>(node));
    model.find_parents(without);
    savings.push_back(without.cost - state.cost);
  }
  return savings;
}

std::vector<UnseenFeatures> features_of(const TreeModel& model,
                                        const TreeState& state) {
  const std::vector<double> savings = savings_of(model, state);
  std::vector<UnseenFeatures> features;
  features.reserve(savings.size());
  for (std::size_t i = 0; i < savings.size(); ++i) {
    features.push_back(unseen_features(
        {model.texts(), state.parents, state.sets, model.input().sets->shared},
        model.texts() + static_cast<std::uint32_t>(i), savings[i]));
  }
  return features;
}

// Takes out unseen texts, the least sure one first.
void drop_unsure(const TreeModel& model, TreeState& state) {
  while (true) {
    const auto features = features_of(model, state);
    double least = model.costs().least_unseen;
    std::uint32_t unsure = 0;
    for (std::uint32_t i = 0; i < features.size(); ++i) {
      const double sure = unseen_confidence(features[i]);
      if (sure >= least) continue;
      least = sure;
      unsure = model.texts() + i;
    }
    if (unsure == 0) return;
    state = without_unseen(model, state, unsure);
  }
}

// True if `other` derives from `child` in any way.
bool derives_from(const TextTree& tree, std::uint32_t other,
                  std::uint32_t child) {
  std::vector<bool> seen(tree.sets.size(), false);
  std::vector<std::uint32_t> open = {other};
  while (!open.empty()) {
    const std::uint32_t node = open.back();
    open.pop_back();
    if (node == child) return true;
    if (node == kOutside || seen[node]) continue;
    seen[node] = true;
    open.push_back(tree.parents[node]);
    for (const Mixing& mixing : tree.mixed) {
      if (mixing.child == node) open.push_back(mixing.parent);
    }
  }
  return false;
}

// What a second parent would spare each text; the best one if it pays.
void find_mixed(const TreeModel& model, TextTree& tree) {
  const auto size = static_cast<std::uint32_t>(tree.sets.size());
  for (std::uint32_t child = 0; child < tree.texts; ++child) {
    const std::uint32_t parent = tree.parents[child];
    if (parent == kOutside) continue;
    const double alone = model.gain(tree.sets[parent], tree.sets[child]);
    Mixing best{.child = child};
    for (std::uint32_t other = 0; other < size; ++other) {
      if (is_above(tree.parents, other, child) ||
          derives_from(tree, other, child) || model.is_before(child, other)) {
        continue;
      }
      const BitSet both = tree.sets[parent] | tree.sets[other];
      const double saved = alone - model.gain(both, tree.sets[child]) -
                           model.costs().second_parent;
      if (saved > best.saved) {
        best.saved = saved;
        best.parent = other;
      }
    }
    if (best.saved > 0) tree.mixed.push_back(best);
  }
}

// For the posterior, where a second root is only as dear as the inversion of
// the matrix bears.
EdgeWeights tempered(EdgeWeights weights, const TreeCosts& costs) {
  constexpr double kRoot = 10;
  for (std::uint32_t child = 0; child < weights.size(); ++child) {
    weights.root(child) =
        (weights.root(child) + costs.first_text) / costs.temper - kRoot;
    for (std::uint32_t parent = 0; parent < weights.size(); ++parent) {
      weights.edge(parent, child) /= costs.temper;
    }
  }
  return weights;
}

}  // namespace

TextTree find_tree(const TreeInput& input, const TreeCosts& given) {
  const TreeCosts costs = costs_at_rate(input, given);
  const TreeModel model(input, costs);
  TreeState state =
      model.texts() <= kMostSearched ? search_tree(model) : model.start();
  drop_unsure(model, state);
  TextTree tree;
  tree.texts = model.texts();
  tree.unseen = features_of(model, state);
  tree.posteriors = edge_posteriors(tempered(model.weights_of(state), costs));
  tree.parents = std::move(state.parents);
  tree.sets = std::move(state.sets);
  find_mixed(model, tree);
  return tree;
}

}  // namespace stemma::origin
