// Every edge has a cost of its own: words that other texts share too and that
// the parent lacks would have arisen a second time in the child, and words of
// the parent that the child lacks were lost, by stretches, since a cut takes
// out many at once. Words that stand in one text only arose there in any tree
// and cost nothing. So with the texts given, the best tree is a spanning
// arborescence.
//
// An unseen text pays if it saves its children from writing the same words
// twice. It is tried where the best tree has most of that: it begins as what
// two nodes share, the best tree is found with it, its words are set anew to
// what two of its neighbours hold (a word on the way between two holders was
// there), and so on until nothing changes (an expectation-maximisation in the
// manner of Semstem, Roos and Zou 2011, with sets for distributions).
#include "origin/text_tree.h"

#include <algorithm>

namespace stemma::origin {
namespace {

constexpr int kRounds = 3;              // of tree and words, for one change
constexpr std::size_t kTried = 8;       // pairs tried before giving up
constexpr std::uint32_t kSmallest = 4;  // shared pairs that begin a text
constexpr std::uint32_t kMostUnseen = 48;

class Search {
 public:
  Search(const TreeInput& input, const TreeCosts& costs)
      : input_(input),
        costs_(costs),
        texts_(static_cast<std::uint32_t>(input.sets->of_text.size())) {}

  TextTree run() {
    State state{input_.sets->of_text, {}, 0};
    settle(state);
    if (texts_ <= kMostSearched) {
      while (grow(state) || prune(state)) {
      }
    }
    return finish(std::move(state));
  }

 private:
  struct State {
    std::vector<BitSet> sets;  // texts, then unseen ones
    Parents parents;
    double cost = 0;
  };

  double gain(const BitSet& parent, const BitSet& child) const {
    const BitSet gained = (child & input_.sets->shared) - parent;
    return costs_.gained_stretch * gained.stretches() +
           costs_.gained_pair * gained.count();
  }

  double loss(const BitSet& parent, const BitSet& child) const {
    const BitSet lost = parent - child;
    return costs_.lost_stretch * lost.stretches() +
           costs_.lost_pair * lost.count();
  }

  double order_cost(std::uint32_t parent, std::uint32_t child) const {
    if (parent >= texts_ || child >= texts_) return 0;
    double cost = 0;
    if (!input_.favour.empty()) {
      cost -= input_.favour[std::size_t{parent} * texts_ + child];
    }
    if (input_.before[std::size_t{child} * texts_ + parent]) {
      return cost + costs_.too_early;
    }
    return input_.before[std::size_t{parent} * texts_ + child]
               ? cost
               : cost + costs_.not_later;
  }

  EdgeWeights weights_of(const std::vector<BitSet>& sets) const {
    const auto size = static_cast<std::uint32_t>(sets.size());
    EdgeWeights weights(size);
    for (std::uint32_t child = 0; child < size; ++child) {
      weights.root(child) =
          -costs_.first_text -
          costs_.first_pair * (sets[child] & input_.sets->shared).count();
      for (std::uint32_t parent = 0; parent < size; ++parent) {
        if (parent == child) continue;
        weights.edge(parent, child) = -gain(sets[parent], sets[child]) -
                                      loss(sets[parent], sets[child]) -
                                      order_cost(parent, child);
      }
    }
    return weights;
  }

  void find_parents(State& state) const {
    const EdgeWeights weights = weights_of(state.sets);
    state.parents = best_tree(weights);
    state.cost =
        costs_.unseen * static_cast<double>(state.sets.size() - texts_) -
        weight_of(weights, state.parents);
  }

  // Takes out unseen texts of fewer than two children, whose child then hangs
  // on their parent. True if there were any.
  bool drop_useless(State& state) const {
    const auto size = static_cast<std::uint32_t>(state.sets.size());
    std::vector<std::uint32_t> children(size, 0);
    for (const std::uint32_t parent : state.parents) {
      if (parent != kOutside) ++children[parent];
    }
    std::vector<BitSet> kept(state.sets.begin(), state.sets.begin() + texts_);
    for (std::uint32_t node = texts_; node < size; ++node) {
      if (children[node] >= 2) kept.push_back(std::move(state.sets[node]));
    }
    const bool dropped = kept.size() < size;
    if (!dropped) {
      for (std::uint32_t node = texts_; node < size; ++node) {
        state.sets[node] = std::move(kept[node]);
      }
      return false;
    }
    state.sets = std::move(kept);
    return true;
  }

  // An unseen text holds what two of its neighbours hold.
  void fill_unseen(State& state) const {
    const auto size = static_cast<std::uint32_t>(state.sets.size());
    for (std::uint32_t node = texts_; node < size; ++node) {
      BitSet once(input_.sets->pairs);
      BitSet twice(input_.sets->pairs);
      const auto add = [&](const BitSet& set) {
        twice |= once & set;
        once |= set;
      };
      if (state.parents[node] != kOutside) {
        add(state.sets[state.parents[node]]);
      }
      for (std::uint32_t child = 0; child < size; ++child) {
        if (state.parents[child] == node) add(state.sets[child]);
      }
      state.sets[node] = std::move(twice);
    }
  }

  void settle(State& state) const {
    find_parents(state);
    for (int round = 0; round < kRounds && state.sets.size() > texts_;
         ++round) {
      while (drop_useless(state)) find_parents(state);
      fill_unseen(state);
      find_parents(state);
    }
    while (state.sets.size() > texts_ && drop_useless(state)) {
      find_parents(state);
    }
  }

  // Pairs of nodes that hold most of what their parents lack, most first.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> arisen_twice(
      const State& state) const {
    struct Twice {
      std::uint32_t words = 0;
      std::uint32_t a = 0;
      std::uint32_t b = 0;
    };
    const auto size = static_cast<std::uint32_t>(state.sets.size());
    std::vector<BitSet> gained;
    gained.reserve(size);
    for (std::uint32_t node = 0; node < size; ++node) {
      BitSet set = state.sets[node] & input_.sets->shared;
      if (state.parents[node] != kOutside) {
        set -= state.sets[state.parents[node]];
      }
      gained.push_back(std::move(set));
    }
    std::vector<Twice> found;
    for (std::uint32_t b = 1; b < size; ++b) {
      for (std::uint32_t a = 0; a < b; ++a) {
        const std::uint32_t words = (gained[a] & gained[b]).count();
        if (words >= kSmallest) found.push_back({words, a, b});
      }
    }
    std::stable_sort(
        found.begin(), found.end(),
        [](const Twice& x, const Twice& y) { return x.words > y.words; });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    pairs.reserve(found.size());
    for (const Twice& twice : found) pairs.emplace_back(twice.a, twice.b);
    return pairs;
  }

  // Words that two of the texts round a node hold, the node among them: what
  // an unseen text in its place would hold.
  BitSet common_round(const State& state, std::uint32_t node) const {
    BitSet once(input_.sets->pairs);
    BitSet twice(input_.sets->pairs);
    const auto add = [&](const BitSet& set) {
      twice |= once & set;
      once |= set;
    };
    add(state.sets[node]);
    if (state.parents[node] != kOutside) add(state.sets[state.parents[node]]);
    for (std::uint32_t child = 0; child < state.sets.size(); ++child) {
      if (state.parents[child] == node) add(state.sets[child]);
    }
    return twice;
  }

  // Texts that might be added: what two nodes gained alike, what stands round
  // a node, and what any two texts share.
  std::vector<BitSet> proposals(const State& state) const {
    std::vector<BitSet> proposed = {input_.sets->shared};
    auto pairs = arisen_twice(state);
    if (pairs.size() > kTried) pairs.resize(kTried);
    for (const auto& [a, b] : pairs) {
      proposed.push_back(state.sets[a] & state.sets[b]);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> hubs;
    for (std::uint32_t node = 0; node < texts_; ++node) {
      const auto children = static_cast<std::uint32_t>(
          std::count(state.parents.begin(), state.parents.end(), node));
      if (children > 0) hubs.emplace_back(children, node);
    }
    std::stable_sort(
        hubs.begin(), hubs.end(),
        [](const auto& x, const auto& y) { return x.first > y.first; });
    if (hubs.size() > kTried) hubs.resize(kTried);
    for (const auto& [children, node] : hubs) {
      proposed.push_back(common_round(state, node));
    }
    return proposed;
  }

  bool grow(State& state) const {
    if (state.sets.size() >= texts_ + kMostUnseen) return false;
    State best;
    bool better = false;
    for (BitSet& set : proposals(state)) {
      State tried{state.sets, {}, 0};
      tried.sets.push_back(std::move(set));
      settle(tried);
      if (tried.cost + 1e-9 < (better ? best.cost : state.cost)) {
        best = std::move(tried);
        better = true;
      }
    }
    if (better) state = std::move(best);
    return better;
  }

  bool prune(State& state) const {
    for (std::size_t node = texts_; node < state.sets.size(); ++node) {
      State tried{state.sets, {}, 0};
      tried.sets.erase(tried.sets.begin() + static_cast<std::ptrdiff_t>(node));
      settle(tried);
      if (tried.cost + 1e-9 >= state.cost) continue;
      state = std::move(tried);
      return true;
    }
    return false;
  }

  // True if `node` is `below` or a parent of parents of it.
  static bool is_above(const Parents& parents, std::uint32_t node,
                       std::uint32_t below) {
    while (below != kOutside) {
      if (below == node) return true;
      below = parents[below];
    }
    return false;
  }

  // What a second parent would spare each text; the best one if it pays.
  void find_mixed(TextTree& tree) const {
    const auto size = static_cast<std::uint32_t>(tree.sets.size());
    for (std::uint32_t child = 0; child < texts_; ++child) {
      const std::uint32_t parent = tree.parents[child];
      if (parent == kOutside) continue;
      const double alone = gain(tree.sets[parent], tree.sets[child]);
      Mixing best{.child = child};
      for (std::uint32_t other = 0; other < size; ++other) {
        const bool barred = is_above(tree.parents, other, child) ||
                            derives_from(tree, other, child);
        const bool early = other < texts_ &&
                           input_.before[std::size_t{child} * texts_ + other];
        if (barred || early) continue;
        const BitSet both = tree.sets[parent] | tree.sets[other];
        const double saved =
            alone - gain(both, tree.sets[child]) - costs_.second_parent;
        if (saved > best.saved) {
          best.saved = saved;
          best.parent = other;
        }
      }
      if (best.saved > 0) tree.mixed.push_back(best);
    }
  }

  // True if `other` derives from `child` in any way.
  static bool derives_from(const TextTree& tree, std::uint32_t other,
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

  TextTree finish(State state) const {
    TextTree tree;
    tree.texts = texts_;
    for (std::size_t node = texts_; node < state.sets.size(); ++node) {
      State without{state.sets, {}, 0};
      without.sets.erase(without.sets.begin() +
                         static_cast<std::ptrdiff_t>(node));
      find_parents(without);
      tree.unseen_saving.push_back(without.cost - state.cost);
    }
    EdgeWeights weights = weights_of(state.sets);
    const auto size = static_cast<std::uint32_t>(state.sets.size());
    for (std::uint32_t child = 0; child < size; ++child) {
      weights.root(child) /= costs_.temper;
      for (std::uint32_t parent = 0; parent < size; ++parent) {
        weights.edge(parent, child) /= costs_.temper;
      }
    }
    tree.posteriors = edge_posteriors(weights);
    tree.parents = std::move(state.parents);
    tree.sets = std::move(state.sets);
    find_mixed(tree);
    return tree;
  }

  const TreeInput& input_;
  const TreeCosts& costs_;
  std::uint32_t texts_;
};

}  // namespace

TextTree find_tree(const TreeInput& input, const TreeCosts& costs) {
  return Search(input, costs).run();
}

}  // namespace stemma::origin
