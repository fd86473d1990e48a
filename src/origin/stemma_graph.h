// The stemma as it is shown: the trees of all tellings, with no more said of
// parents in hand than the derivations say.
#pragma once

#include <span>
#include <vector>

#include "origin/pairs.h"
#include "origin/telling_tree.h"
#include "origin/tellings.h"
#include "stemma/types/origins.h"

namespace stemma::origin {

// One tree a telling of two reports or more, with the place of each telling in
// `trees` (empty trees for the others). Tellings of more than
// `kLargestTelling` reports get none: their reports hang on the head.
std::vector<TellingTree> make_trees(const StoryEvidence& story,
                                    std::span<const PairEvidence> pairs,
                                    const TellingGroups& tellings);

inline constexpr std::size_t kLargestTelling = 160;

// From tellings (with heads and names), derivations and trees, all of the same
// story. Reports whose parent is not named hang on the nearest unseen text of
// their tree, or on the unseen head of their telling.
Stemma make_stemma(const StoryEvidence& story, const Origins& origins,
                   const TellingGroups& groups,
                   std::span<const TellingTree> trees);

}  // namespace stemma::origin
