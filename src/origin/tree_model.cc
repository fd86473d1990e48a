// Every edge has a cost of its own: words that other texts share too and that
// the parent lacks would have arisen a second time in the child, and words of
// the parent that the child lacks were lost, by stretches, since a cut takes
// out many at once. Words that stand in one text only arose there in any tree
// and cost nothing. So with the texts given, the best tree is a spanning
// arborescence.
//
// An unseen text has no time of its own; as the child of a text in hand it pays
// for the times of all that hang on it, or it would be a way round them.
//
// The words of unseen texts are set to what their neighbours hold, the best
// tree is found with them, and so on (an expectation-maximisation in the manner
// of Semstem, Roos and Zou 2011, with sets for distributions).
#include "origin/tree_model.h"

namespace stemma::origin {
namespace {

constexpr int kRounds = 3;  // of tree and words, for one change
// That a pair is lost, as a share of what it costs that it arises.
constexpr double kLossToGain = 0.5;

}  // namespace

TreeModel::TreeModel(const TreeInput& input, const TreeCosts& costs)
    : input_(input),
      costs_(costs),
      texts_(static_cast<std::uint32_t>(input.sets->of_text.size())) {}

TreeState TreeModel::start() const {
  TreeState state{.sets = input_.sets->of_text,
                  .mixed_in = std::vector<BitSet>(texts_)};
  settle(state);
  return state;
}

double TreeModel::gain(const BitSet& parent, const BitSet& child) const {
  const BitSet gained = (child & input_.sets->shared) - parent;
  return costs_.gained_stretch * stretches(gained, child & parent) +
         costs_.gained_pair * gained.count();
}

double TreeModel::loss(const BitSet& parent, const BitSet& child) const {
  const BitSet lost = parent - child;
  return costs_.lost_stretch * stretches(lost, child & parent) +
         costs_.lost_pair * lost.count();
}

bool TreeModel::is_before(std::uint32_t child, std::uint32_t node) const {
  return node < texts_ && input_.before[std::size_t{child} * texts_ + node];
}

double TreeModel::order_cost(std::uint32_t parent, std::uint32_t child) const {
  double cost = 0;
  if (!input_.favour.empty()) {
    cost -= input_.favour[std::size_t{parent} * texts_ + child];
  }
  if (is_before(child, parent)) return cost + costs_.too_early;
  return is_before(parent, child) ? cost : cost + costs_.not_later;
}

// Of the text in hand `parent` as the parent of an unseen one, which has
// `below` hanging on it.
double TreeModel::order_cost_of_unseen(
    std::uint32_t parent, std::span<const std::uint32_t> below) const {
  double cost = 0;
  for (const std::uint32_t child : below) {
    if (child == parent) continue;
    if (is_before(child, parent)) {
      cost += costs_.too_early;
    } else if (!is_before(parent, child)) {
      cost += costs_.not_later;
    }
  }
  return cost;
}

// For each unseen text those in hand that hang on it, directly or through
// other unseen ones; none while the parents are not known.
std::vector<std::vector<std::uint32_t>> TreeModel::hanging(
    const TreeState& state) const {
  std::vector<std::vector<std::uint32_t>> below(state.sets.size() - texts_);
  if (state.parents.size() != state.sets.size()) return below;
  for (std::uint32_t text = 0; text < texts_; ++text) {
    for (auto at = state.parents[text]; at != kOutside && at >= texts_;
         at = state.parents[at]) {
      below[at - texts_].push_back(text);
    }
  }
  return below;
}

// What each node has but for what is mixed in.
std::vector<BitSet> TreeModel::first_parent_words(
    const TreeState& state) const {
  std::vector<BitSet> words = state.sets;
  for (std::uint32_t text = 0; text < texts_; ++text) {
    if (!state.mixed_in[text].empty()) words[text] -= state.mixed_in[text];
  }
  return words;
}

EdgeWeights TreeModel::weights_of(const TreeState& state) const {
  const auto below = hanging(state);
  const std::vector<BitSet> firsts = first_parent_words(state);
  const auto size = static_cast<std::uint32_t>(state.sets.size());
  EdgeWeights weights(size);
  for (std::uint32_t child = 0; child < size; ++child) {
    const BitSet& own = state.sets[child];
    weights.root(child) =
        -costs_.first_text -
        costs_.first_pair * (own & input_.sets->shared).count();
    for (std::uint32_t parent = 0; parent < size; ++parent) {
      if (parent == child) continue;
      const BitSet& above = state.sets[parent];
      double cost = gain(above, firsts[child]) + loss(above, own);
      if (parent < texts_) {
        cost += child < texts_
                    ? order_cost(parent, child)
                    : order_cost_of_unseen(parent, below[child - texts_]);
      }
      weights.edge(parent, child) = -cost;
    }
  }
  return weights;
}

void TreeModel::find_parents(TreeState& state) const {
  const EdgeWeights weights = weights_of(state);
  state.parents = best_tree(weights);
  state.cost = costs_.unseen * static_cast<double>(state.sets.size() - texts_) -
               weight_of(weights, state.parents);
  for (const BitSet& mixed_in : state.mixed_in) {
    if (!mixed_in.empty()) state.cost += costs_.second_parent;
  }
}

// Takes out unseen texts of fewer than two children, whose child then hangs
// on their parent. True if there were any; the parents are then not known.
bool TreeModel::drop_useless(TreeState& state) const {
  const auto size = static_cast<std::uint32_t>(state.sets.size());
  std::vector<std::uint32_t> children(size, 0);
  for (const std::uint32_t parent : state.parents) {
    if (parent != kOutside) ++children[parent];
  }
  std::uint32_t kept = texts_;
  for (std::uint32_t node = texts_; node < size; ++node) {
    if (children[node] < 2) continue;
    if (kept != node) state.sets[kept] = std::move(state.sets[node]);
    ++kept;
  }
  if (kept == size) return false;
  state.sets.resize(kept);
  state.parents.clear();
  return true;
}

BitSet TreeModel::words_between(const BitSet* parent,
                                std::span<const BitSet* const> children) const {
  std::vector<std::uint32_t> holders(input_.sets->pairs, 0);
  for (const BitSet* child : children) {
    child->for_each([&](std::size_t pair) { ++holders[pair]; });
  }
  const auto all = static_cast<double>(children.size());
  BitSet set(input_.sets->pairs);
  for (std::size_t pair = 0; pair < holders.size(); ++pair) {
    const double have = holders[pair];
    if (have == 0) continue;
    const bool above = parent != nullptr && parent->contains(pair);
    const double with = (above ? 0 : 1) + kLossToGain * (all - have);
    const double without = have + (above ? kLossToGain : 0);
    if (with < without) set.insert(pair);
  }
  return set;
}

void TreeModel::fill_unseen(TreeState& state) const {
  const auto size = static_cast<std::uint32_t>(state.sets.size());
  const std::vector<BitSet> firsts = first_parent_words(state);
  for (std::uint32_t node = texts_; node < size; ++node) {
    std::vector<const BitSet*> children;
    for (std::uint32_t child = 0; child < size; ++child) {
      if (state.parents[child] != node) continue;
      children.push_back(child < texts_ ? &firsts[child] : &state.sets[child]);
    }
    const std::uint32_t parent = state.parents[node];
    state.sets[node] = words_between(
        parent == kOutside ? nullptr : &state.sets[parent], children);
  }
}

void TreeModel::settle(TreeState& state) const {
  find_parents(state);
  for (int round = 0; round < kRounds && state.sets.size() > texts_; ++round) {
    while (drop_useless(state)) find_parents(state);
    fill_unseen(state);
    find_parents(state);
  }
  while (state.sets.size() > texts_ && drop_useless(state)) {
    find_parents(state);
  }
}

}  // namespace stemma::origin
