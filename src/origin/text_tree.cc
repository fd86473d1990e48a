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

// What the tree would cost more without its unseen text `node`; `words` are
// those of all nodes.
Savings savings_of(const TreeModel& model, const TreeState& state,
                   std::span<const NodeWords> words, std::uint32_t node) {
  TreeState without{.sets = state.sets,
                    .mixed_in = state.mixed_in,
                    .mixed_price = state.mixed_price};
  without.sets.erase(without.sets.begin() + static_cast<std::ptrdiff_t>(node));
  model.find_parents(without);
  const std::uint32_t up = state.parents[node];
  std::vector<std::uint32_t> children;
  for (std::uint32_t child = 0; child < state.parents.size(); ++child) {
    if (state.parents[child] == node) children.push_back(child);
  }
  // Of all neighbours, if `middle` is in place of the unseen text.
  const auto cost_round = [&](std::uint32_t middle) {
    double cost = up == kOutside || middle == up
                      ? 0
                      : model.cost_between(words[up], words[middle]);
    for (const std::uint32_t child : children) {
      if (child == middle) continue;
      cost += model.cost_between(words[middle], words[child]);
    }
    return cost;
  };
  const double with = cost_round(node);
  Savings savings{.tree = without.cost - state.cost,
                  .parent = up == kOutside ? kNoParent : cost_round(up) - with,
                  .child = kNoParent,
                  .rarity = model.costs().changed_run};
  for (const std::uint32_t child : children) {
    savings.child = std::min(savings.child, cost_round(child) - with);
  }
  return savings;
}

std::vector<UnseenFeatures> features_of(const TreeModel& model,
                                        const TreeState& state) {
  std::vector<NodeWords> words;
  words.reserve(state.sets.size());
  for (const BitSet& set : state.sets) words.push_back(model.words_of(set));
  std::vector<UnseenFeatures> features;
  for (std::uint32_t node = model.texts(); node < state.sets.size(); ++node) {
    features.push_back(unseen_features(
        {model.texts(), state.parents, state.sets, *model.input().readings},
        node, savings_of(model, state, words, node)));
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
    const NodeWords own = model.words_of(tree.sets[child]);
    const NodeWords above = model.words_of(tree.sets[parent]);
    Mixing best{.child = child};
    for (std::uint32_t other = 0; other < size; ++other) {
      if (is_above(tree.parents, other, child) ||
          derives_from(tree, other, child) || model.is_before(child, other)) {
        continue;
      }
      const double saved =
          model.mix(above, model.words_of(tree.sets[other]), own).saved;
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
