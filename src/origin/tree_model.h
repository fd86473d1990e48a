// What a tree of texts costs, and what its unseen texts hold.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/arborescence.h"
#include "origin/run_sets.h"
#include "origin/text_tree.h"

namespace stemma::origin {

// A tree in the making.
struct TreeState {
  std::vector<BitSet> sets;      // of the texts in hand, then of unseen ones
  std::vector<BitSet> mixed_in;  // of each text in hand: what it has from a
                                 // second parent; without bits: it has none
  Parents parents;               // empty: not known yet
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

  // Words that others share too and that `child` has and `parent` lacks.
  double gain(const BitSet& parent, const BitSet& child) const;

  EdgeWeights weights_of(const TreeState& state) const;

  // Sets the best parents, with their cost, for the words as they are.
  void find_parents(TreeState& state) const;

  // Parents and words of unseen texts in turn; unseen texts that are of no use
  // go.
  void settle(TreeState& state) const;

  // What an unseen text below `parent` (nullptr: a root) and above `children`
  // holds: a pair is there if that is cheaper than that it is not.
  BitSet words_between(const BitSet* parent,
                       std::span<const BitSet* const> children) const;

  // True if the text in hand `child` is certainly older than the node.
  bool is_before(std::uint32_t child, std::uint32_t node) const;

 private:
  double loss(const BitSet& parent, const BitSet& child) const;
  double order_cost(std::uint32_t parent, std::uint32_t child) const;
  double order_cost_of_unseen(std::uint32_t parent,
                              std::span<const std::uint32_t> below) const;
  std::vector<std::vector<std::uint32_t>> hanging(const TreeState& state) const;
  std::vector<BitSet> first_parent_words(const TreeState& state) const;
  bool drop_useless(TreeState& state) const;
  void fill_unseen(TreeState& state) const;

  const TreeInput& input_;
  const TreeCosts& costs_;
  std::uint32_t texts_;
};

}  // namespace stemma::origin
