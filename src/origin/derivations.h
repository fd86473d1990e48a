// How each report stands to the others: what it shares, and whether what it
// derives from is in hand.
#pragma once

#include <span>
#include <vector>

#include "origin/pairs.h"
#include "origin/telling_tree.h"
#include "origin/tellings.h"
#include "stemma/types/origins.h"

namespace stemma::origin {

// One derivation a report. A parent is named only
//   - where the report credits, cites or links to the parent (of another
//     telling too, if it was published before and gave a good share),
//   - where the parent is the own text of a body that the report names,
//   - where the parent is an earlier report of the same outlet,
//   - or where the parent was certainly published before, nobody credits
//     anybody else, three texts or more can be compared (the triplet test) and
//     the tree of the telling gives the parent a confidence of 0.85.
// `pairs` with the probabilities that they are one telling; `tree_parents` as
// from tree_parents_of().
std::vector<Derivation> find_derivations(const StoryEvidence& story,
                                         std::span<const PairEvidence> pairs,
                                         std::span<const double> probabilities,
                                         const TellingGroups& tellings,
                                         const TreeParents& tree_parents);

}  // namespace stemma::origin
