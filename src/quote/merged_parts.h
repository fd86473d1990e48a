// Sentences that merge two utterances.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quote/family_pairs.h"
#include "quote/wording.h"
#include "stemma/types/witness.h"

namespace stemma::quote {

// Where a part between marks holds the words of one of another family, printed
// in one stretch, this stretch becomes a further part, of that family, and the
// rest stays in its own: "the dam is safe and nobody will leave" is two parts
// if other reports print "The dam is safe. And nobody will leave." `pairs`:
// those of `parts`; `roots`: the first part of each part's family.
void part_merged(std::span<const Witness> witnesses, const WordWeights& weights,
                 const std::vector<PartPair>& pairs, std::vector<Part>& parts,
                 std::vector<std::uint32_t>& roots);

}  // namespace stemma::quote
