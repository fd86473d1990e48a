// Looks for the unseen texts and the second parents that make a tree cheaper.
#pragma once

#include "origin/tree_model.h"

namespace stemma::origin {

// From the best tree of the texts in hand: unseen texts and second parents are
// added and removed, each time the one that saves most, until nothing does.
TreeState search_tree(const TreeModel& model);

// The state without its unseen text `node`, settled anew.
TreeState without_unseen(const TreeModel& model, const TreeState& state,
                         std::uint32_t node);

// True if `node` is `below` or above it.
bool is_above(const Parents& parents, std::uint32_t node, std::uint32_t below);

}  // namespace stemma::origin
