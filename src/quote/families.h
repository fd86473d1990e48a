// Families: the wordings of one utterance across the reports of a story.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "quote/family_pairs.h"
#include "stemma/types/quotation.h"
#include "stemma/types/witness.h"

namespace stemma::quote {

// The quotations of `witnesses` with `family` set on each (two quotations
// have the same id if and only if they are wordings of one utterance) and
// speakers filled in where another report of the family names them. Direct
// and mixed quotations of several sentences are given sentence by sentence,
// with the same cue and source, since reports choose sentences.
// One vector a witness, in its order. Linear in the number of quotations but
// for those that share a rare word, of which at most 64 are compared a word.
std::vector<std::vector<Quotation>> group_families(
    std::span<const Witness> witnesses,
    const FamilyWeights& weights = family_weights());

}  // namespace stemma::quote
