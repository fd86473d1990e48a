// An unseen text pays if it saves its children from writing the same words
// twice. It is tried where two nodes hold words that their parents lack, and
// round every text that others derive from: the text that was changed least is
// easily taken for the parent of the others. What a text took from a second
// parent looks like a trace of an unseen one, so both are tried against each
// other.
#include "origin/tree_search.h"

#include <algorithm>
#include <array>
#include <optional>

namespace stemma::origin {
namespace {

constexpr std::size_t kTried = 24;      // pairs, and hubs, for one step
constexpr std::uint32_t kSmallest = 1;  // shared changes that begin a text
constexpr std::uint32_t kMostUnseen = 48;
constexpr double kCheaper = 1e-9;  // what is less is no difference

class Search {
 public:
  explicit Search(const TreeModel& model) : model_(model) {}

  TreeState run() const {
    TreeState state = model_.start();
    while (grow(state) || prune(state)) {
    }
    return state;
  }

 private:
  using NodePair = std::pair<std::uint32_t, std::uint32_t>;

  // Of each node what its parent lacks.
  std::vector<BitSet> gained_words(const TreeState& state) const {
    std::vector<BitSet> gained;
    gained.reserve(state.sets.size());
    for (std::uint32_t node = 0; node < state.sets.size(); ++node) {
      BitSet set = state.sets[node] & model_.input().readings->shared;
      if (node < model_.texts() && !state.mixed_in[node].empty()) {
        set -= state.mixed_in[node];
      }
      if (state.parents[node] != kOutside) {
        set -= state.sets[state.parents[node]];
      }
      gained.push_back(std::move(set));
    }
    return gained;
  }

  // Pairs of nodes that hold most of what their parents lack, most first.
  std::vector<NodePair> arisen_twice(const TreeState& state) const {
    const std::vector<BitSet> gained = gained_words(state);
    std::vector<std::pair<std::uint32_t, NodePair>> found;
    for (std::uint32_t b = 1; b < gained.size(); ++b) {
      for (std::uint32_t a = 0; a < b; ++a) {
        const std::uint32_t words = (gained[a] & gained[b]).count();
        if (words >= kSmallest) found.push_back({words, {a, b}});
      }
    }
    std::stable_sort(
        found.begin(), found.end(),
        [](const auto& x, const auto& y) { return x.first > y.first; });
    std::vector<NodePair> pairs;
    for (const auto& [words, pair] : found) {
      if (pairs.size() < kTried) pairs.push_back(pair);
    }
    return pairs;
  }

  BitSet between(const TreeState& state, std::uint32_t parent,
                 std::span<const BitSet* const> children) const {
    return model_.words_between(
        parent == kOutside ? nullptr : &state.sets[parent], children);
  }

  // Texts in hand that others derive from, those of most children first.
  std::vector<std::uint32_t> hubs(const TreeState& state) const {
    std::vector<std::pair<std::int64_t, std::uint32_t>> found;
    for (std::uint32_t node = 0; node < model_.texts(); ++node) {
      const std::int64_t children =
          std::count(state.parents.begin(), state.parents.end(), node);
      if (children > 0) found.emplace_back(-children, node);
    }
    std::sort(found.begin(), found.end());
    std::vector<std::uint32_t> nodes;
    for (const auto& [fewest_first, node] : found) {
      if (nodes.size() < kTried) nodes.push_back(node);
    }
    return nodes;
  }

  // Texts that might be added: what any two texts share, what two nodes gained
  // alike, and what stands round a text that others derive from.
  std::vector<BitSet> proposals(const TreeState& state) const {
    std::vector<const BitSet*> all;
    for (std::uint32_t text = 0; text < model_.texts(); ++text) {
      all.push_back(&state.sets[text]);
    }
    std::vector<BitSet> proposed = {model_.words_between(nullptr, all)};
    for (const auto& [a, b] : arisen_twice(state)) {
      const std::array<const BitSet*, 2> both = {&state.sets[a],
                                                 &state.sets[b]};
      const std::uint32_t above_a = state.parents[a];
      const std::uint32_t above_b = state.parents[b];
      if (above_a != b) proposed.push_back(between(state, above_a, both));
      if (above_b != a && above_b != above_a) {
        proposed.push_back(between(state, above_b, both));
      }
    }
    for (const std::uint32_t node : hubs(state)) {
      std::vector<const BitSet*> round = {&state.sets[node]};
      for (std::uint32_t child = 0; child < state.sets.size(); ++child) {
        if (state.parents[child] == node) round.push_back(&state.sets[child]);
      }
      proposed.push_back(between(state, state.parents[node], round));
    }
    return proposed;
  }

  // The tree with a second parent for the text that it would spare most.
  std::optional<TreeState> mixed(const TreeState& state) const {
    Mixture most;
    std::uint32_t mixed = 0;
    std::vector<NodeWords> words;
    words.reserve(state.sets.size());
    for (const BitSet& set : state.sets) words.push_back(model_.words_of(set));
    for (std::uint32_t child = 0; child < model_.texts(); ++child) {
      const std::uint32_t parent = state.parents[child];
      if (parent == kOutside || !state.mixed_in[child].empty()) continue;
      if (model_.cost_between(words[parent], words[child]) <=
          model_.costs().second_parent) {
        continue;
      }
      for (std::uint32_t other = 0; other < state.sets.size(); ++other) {
        if (other == parent || model_.is_before(child, other) ||
            is_above(state.parents, child, other)) {
          continue;
        }
        Mixture found = model_.mix(words[parent], words[other], words[child]);
        if (found.saved <= most.saved) continue;
        most = std::move(found);
        mixed = child;
      }
    }
    if (most.saved <= 0) return std::nullopt;
    TreeState tried = state;
    tried.mixed_in[mixed] = std::move(most.readings);
    tried.mixed_price[mixed] = most.price;
    model_.settle(tried);
    return tried;
  }

  bool grow(TreeState& state) const {
    std::optional<TreeState> best = mixed(state);
    if (best && best->cost + kCheaper >= state.cost) best.reset();
    std::vector<BitSet> proposed;
    if (state.sets.size() < model_.texts() + kMostUnseen) {
      proposed = proposals(state);
    }
    for (BitSet& set : proposed) {
      TreeState tried{.sets = state.sets,
                      .mixed_in = state.mixed_in,
                      .mixed_price = state.mixed_price};
      tried.sets.push_back(std::move(set));
      model_.settle(tried);
      const double limit = best ? best->cost : state.cost;
      if (tried.cost + kCheaper < limit) best = std::move(tried);
    }
    if (!best) return false;
    state = std::move(*best);
    return true;
  }

  bool prune(TreeState& state) const {
    for (std::uint32_t text = 0; text < model_.texts(); ++text) {
      if (state.mixed_in[text].empty()) continue;
      TreeState tried = state;
      tried.mixed_in[text] = BitSet();
      tried.mixed_price[text] = 0;
      model_.settle(tried);
      if (tried.cost + kCheaper >= state.cost) continue;
      state = std::move(tried);
      return true;
    }
    for (std::uint32_t node = model_.texts(); node < state.sets.size();
         ++node) {
      TreeState tried = without_unseen(model_, state, node);
      if (tried.cost + kCheaper >= state.cost) continue;
      state = std::move(tried);
      return true;
    }
    return false;
  }

  const TreeModel& model_;
};

}  // namespace

TreeState search_tree(const TreeModel& model) { return Search(model).run(); }

TreeState without_unseen(const TreeModel& model, const TreeState& state,
                         std::uint32_t node) {
  TreeState tried{.sets = state.sets,
                  .mixed_in = state.mixed_in,
                  .mixed_price = state.mixed_price};
  tried.sets.erase(tried.sets.begin() + static_cast<std::ptrdiff_t>(node));
  model.settle(tried);
  return tried;
}

bool is_above(const Parents& parents, std::uint32_t node, std::uint32_t below) {
  while (below != kOutside) {
    if (below == node) return true;
    below = parents[below];
  }
  return false;
}

}  // namespace stemma::origin
