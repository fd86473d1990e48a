// How each report stands to the others: what it shares, and whether what it
// derives from is in hand.
#pragma once

#include <span>
#include <vector>

#include "origin/pairs.h"
#include "origin/tellings.h"
#include "stemma/types/origins.h"

namespace stemma::origin {

// One derivation a report. A parent is named only where the report itself
// credits or cites the parent's outlet (then of another telling too, if it was
// published before and gave a good share), or where the parent was certainly
// published before, nothing credits anybody else, and the triplet test holds:
// what the report shares with third reports stands in the parent too. `pairs`
// with the probabilities that they are one telling.
std::vector<Derivation> find_derivations(const StoryEvidence& story,
                                         std::span<const PairEvidence> pairs,
                                         std::span<const double> probabilities,
                                         const TellingGroups& tellings);

}  // namespace stemma::origin
