// Every edge has a cost of its own. A sentence that other texts share too and
// that the parent lacks would have arisen a second time in the child; sentences
// of the parent that the child lacks were lost, by runs, since a cut takes out
// many at once; and words at the same places of a sentence were changed, which
// costs more if others have the same change: it would have been made twice.
// What stands in one text only arose there in any tree and costs nothing. So
// with the texts given, the best tree is a spanning arborescence.
//
// An unseen text has no time of its own; as the child of a text in hand it pays
// for the times of all that hang on it, or it would be a way round them.
//
// The words of unseen texts are set to what their neighbours hold, the best
// tree is found with them, and so on (an expectation-maximisation in the manner
// of Semstem, Roos and Zou 2011, with sets for distributions).
#include "origin/tree_model.h"

#include <optional>

namespace stemma::origin {
namespace {

constexpr int kRounds = 3;  // of tree and words, for one change

}  // namespace

TreeModel::TreeModel(const TreeInput& input, const TreeCosts& costs)
    : input_(input),
      costs_(costs),
      texts_(static_cast<std::uint32_t>(input.readings->of_text.size())) {
  words_.reserve(texts_);
  for (const BitSet& set : input.readings->of_text) {
    words_.push_back(words_of(set));
  }
  between_.reserve(std::size_t{texts_} * texts_);
  for (const NodeWords& parent : words_) {
    for (const NodeWords& child : words_) {
      between_.push_back(changes_between(*input.readings, parent, child));
    }
  }
}

TreeState TreeModel::start() const {
  TreeState state{.sets = input_.readings->of_text,
                  .mixed_in = std::vector<BitSet>(texts_),
                  .mixed_price = std::vector<double>(texts_, 0.0)};
  settle(state);
  return state;
}

double TreeModel::cost_of(const Changes& changes) const {
  return costs_.changed_run * changes.runs +
         costs_.changed_place * changes.places + costs_.again * changes.again +
         costs_.lost_run * changes.cuts + costs_.lost_unit * changes.lost +
         costs_.gained_unit * changes.gained;
}

// For each unit what `child` costs under `parent`; units of `child` that
// `parent` lacks are gained.
std::vector<double> TreeModel::unit_costs(const NodeWords& parent,
                                          const NodeWords& child) const {
  const TextReadings& all = *input_.readings;
  std::vector<double> costs(all.units(), 0.0);
  const BitSet changed = (child.readings - parent.readings) & parent.room;
  changed.for_each([&](std::size_t reading) {
    costs[all.unit_of[reading]] +=
        costs_.changed_run + costs_.changed_place +
        (all.shared.contains(reading) ? costs_.again : 0);
  });
  const BitSet gained = (child.units - parent.units) & all.shared_units;
  gained.for_each([&](std::size_t unit) { costs[unit] = costs_.gained_unit; });
  return costs;
}

Mixture TreeModel::mix(const NodeWords& parent, const NodeWords& second,
                       const NodeWords& child) const {
  const TextReadings& all = *input_.readings;
  const std::vector<double> alone = unit_costs(parent, child);
  const std::vector<double> other = unit_costs(second, child);
  Mixture mixture{.readings = BitSet(all.count),
                  .price = costs_.second_parent,
                  .saved = -costs_.second_parent};
  const BitSet both = child.units & second.units;
  both.for_each([&](std::size_t unit) {
    if (other[unit] >= alone[unit]) return;
    mixture.readings.insert_range(all.unit_begin[unit],
                                  all.unit_begin[unit + 1]);
    mixture.price += other[unit];
    mixture.saved += alone[unit] - other[unit];
  });
  mixture.readings &= child.readings;
  return mixture;
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

// The cost of `child` under each node, but for the times. `words` are those of
// unseen texts.
void TreeModel::add_changes(const TreeState& state,
                            std::span<const NodeWords> words,
                            std::uint32_t child, EdgeWeights& weights) const {
  const auto words_at = [&](std::uint32_t node) -> const NodeWords& {
    return node < texts_ ? words_[node] : words[node - texts_];
  };
  const bool mixes = child < texts_ && !state.mixed_in[child].empty();
  const NodeWords& own = words_at(child);
  weights.root(child) =
      -costs_.first_text -
      costs_.first_unit * (own.units & input_.readings->shared_units).count();
  std::optional<NodeWords> first;
  if (mixes) first = words_of(state.sets[child] - state.mixed_in[child]);
  for (std::uint32_t parent = 0; parent < weights.size(); ++parent) {
    if (parent == child) continue;
    const bool known = parent < texts_ && child < texts_;
    Changes changes =
        known ? between_[std::size_t{parent} * texts_ + child]
              : changes_between(*input_.readings, words_at(parent), own);
    if (mixes) {
      const Changes of_first =
          changes_between(*input_.readings, words_at(parent), *first);
      changes.places = of_first.places;
      changes.runs = of_first.runs;
      changes.again = of_first.again;
      changes.gained = of_first.gained;
    }
    weights.edge(parent, child) = -cost_of(changes);
  }
}

EdgeWeights TreeModel::weights_of(const TreeState& state) const {
  const auto below = hanging(state);
  const auto size = static_cast<std::uint32_t>(state.sets.size());
  std::vector<NodeWords> unseen;
  for (std::uint32_t node = texts_; node < size; ++node) {
    unseen.push_back(words_of(state.sets[node]));
  }
  EdgeWeights weights(size);
  for (std::uint32_t child = 0; child < size; ++child) {
    add_changes(state, unseen, child, weights);
    for (std::uint32_t parent = 0; parent < texts_; ++parent) {
      if (parent == child) continue;
      weights.edge(parent, child) -=
          child < texts_ ? order_cost(parent, child)
                         : order_cost_of_unseen(parent, below[child - texts_]);
    }
  }
  return weights;
}

void TreeModel::find_parents(TreeState& state) const {
  const EdgeWeights weights = weights_of(state);
  state.parents = best_tree(weights);
  state.cost = costs_.unseen * static_cast<double>(state.sets.size() - texts_) -
               weight_of(weights, state.parents);
  for (const double price : state.mixed_price) state.cost += price;
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
  const TextReadings& all = *input_.readings;
  std::vector<std::uint32_t> holders(all.count, 0);
  std::vector<std::uint32_t> have(all.units(), 0);
  for (const BitSet* child : children) {
    child->for_each([&](std::size_t reading) { ++holders[reading]; });
    words_of(*child).units.for_each([&](std::size_t unit) { ++have[unit]; });
  }
  const BitSet above =
      parent == nullptr ? BitSet(all.units()) : words_of(*parent).units;
  BitSet set(all.count);
  for (std::uint32_t unit = 0; unit < all.units(); ++unit) {
    if (have[unit] == 0) continue;
    const double lack = static_cast<double>(children.size()) - have[unit];
    const bool is_above = above.contains(unit);
    const double with =
        (is_above ? 0 : costs_.gained_unit) + costs_.lost_run * lack;
    const double without =
        costs_.gained_unit * have[unit] + (is_above ? costs_.lost_run : 0);
    if (with < without) fill_unit(unit, parent, holders, set);
  }
  return set;
}

void TreeModel::fill_unit(std::uint32_t unit, const BitSet* parent,
                          const std::vector<std::uint32_t>& holders,
                          BitSet& set) const {
  const TextReadings& all = *input_.readings;
  const std::uint32_t end = all.unit_begin[unit + 1];
  for (std::uint32_t at = all.unit_begin[unit]; at < end;) {
    const std::uint32_t place = all.place_of[at];
    std::uint32_t best = at;
    std::uint32_t most = 0;
    for (; at < end && all.place_of[at] == place; ++at) {
      const bool of_parent = parent != nullptr && parent->contains(at);
      const std::uint32_t votes = 2 * holders[at] + (of_parent ? 3 : 0);
      if (votes <= most) continue;
      most = votes;
      best = at;
    }
    set.insert(best);
  }
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
