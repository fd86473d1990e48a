// How much texts of one telling are usually changed from one to the next, and
// what changes cost for that.
#pragma once

#include "origin/text_tree.h"

namespace stemma::origin {

// The costs for these texts. Let a usual edge (the median one of the best tree
// of the texts in hand) lose k stretches of n pairs: that a certain stretch is
// lost has the chance k / n, so where texts are changed little, two that lack
// the same words say much of a text behind them. And an unseen text is an edge
// more, on which as much would have changed as on any: what explains less than
// that is chance. One tree of texts in hand.
TreeCosts costs_at_rate(const TreeInput& input, const TreeCosts& costs);

}  // namespace stemma::origin
