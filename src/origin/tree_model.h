// What a tree of texts costs, and what its unseen texts hold.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/arborescence.h"
#include "origin/run_sets.h"
#include "origin/text_tree.h"

namespace stemma::origin {

// What a text has from a second parent.
struct Mixture {
  BitSet readings;   // of the child, in the sentences from there
  double price = 0;  // of the second parent and of what was changed in them
  double saved = 0;  // nats, against the first parent alone
};

// A tree in the making.
struct TreeState {
  std::vector<BitSet> sets;         // of the texts in hand, then of unseen ones
  std::vector<BitSet> mixed_in;     // of each text in hand: what it has from a
                                    // second parent; without bits: it has none
  std::vector<double> mixed_price;  // of each text's second parent
  Parents parents;                  // empty: not known yet
  double cost = 0;
};

// Views of its input and costs, which must outlive it.
class TreeModel {
 public:
  TreeModel(const TreeInput& input, const TreeCosts& costs);

  std::uint32_t texts() const { return texts_; }
  const TreeInput& input() const { return input_; }
  const TreeCosts& costs() const { return costs_; }

  // The texts in hand alone.
  TreeState start() const;

  NodeWords words_of(const BitSet& readings) const {
    return origin::words_of(*input_.readings, readings);
  }

  // What the way from `parent` to `child` costs, but for the times.
  double cost_of(const Changes& changes) const;
  double cost_between(const NodeWords& parent, const NodeWords& child) const {
    return cost_of(changes_between(*input_.readings, parent, child));
  }

  // `child` as a text that has some of its sentences from a second parent:
  // those that the parent lacks or has in a version further off.
  Mixture mix(const NodeWords& parent, const NodeWords& second,
              const NodeWords& child) const;

  EdgeWeights weights_of(const TreeState& state) const;

  // Sets the best parents, with their cost, for the words as they are.
  void find_parents(TreeState& state) const;

  // Parents and words of unseen texts in turn; unseen texts that are of no use
  // go.
  void settle(TreeState& state) const;

  // What an unseen text below `parent` (nullptr: a root) and above `children`
  // holds: a sentence is there if that is cheaper than that it is not, with the
  // words that ask for the fewest changes.
  BitSet words_between(const BitSet* parent,
                       std::span<const BitSet* const> children) const;

  // True if the text in hand `child` is certainly older than the node.
  bool is_before(std::uint32_t child, std::uint32_t node) const;

 private:
  std::vector<double> unit_costs(const NodeWords& parent,
                                 const NodeWords& child) const;
  void add_changes(const TreeState& state, std::span<const NodeWords> words,
                   std::uint32_t child, EdgeWeights& weights) const;
  double order_cost(std::uint32_t parent, std::uint32_t child) const;
  double order_cost_of_unseen(std::uint32_t parent,
                              std::span<const std::uint32_t> below) const;
  std::vector<std::vector<std::uint32_t>> hanging(const TreeState& state) const;
  std::vector<BitSet> first_parent_words(const TreeState& state) const;
  bool drop_useless(TreeState& state) const;
  void fill_unseen(TreeState& state) const;
  void fill_unit(std::uint32_t unit, const BitSet* parent,
                 const std::vector<std::uint32_t>& holders, BitSet& set) const;

  const TreeInput& input_;
  const TreeCosts& costs_;
  std::uint32_t texts_;
  std::vector<NodeWords> words_;  // of the texts in hand
  std::vector<Changes> between_;  // from each text in hand to each
};

}  // namespace stemma::origin
