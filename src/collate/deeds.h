// Deeds that exclude one another, and what one wording denies.
#pragma once

#include <vector>

#include "collate/slots.h"

namespace stemma::collate {

// "punched" against "slapped" (the lexicon's `deed`), "was signed" against
// "was not signed", in one slot. All of kind kUnclear: whether both can be
// true is not for the program to say.
std::vector<Difference> differing_deeds(const Slots& slots);

}  // namespace stemma::collate
