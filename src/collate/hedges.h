// How sure a wording makes itself: "alleged" against "confirmed".
#pragma once

#include <vector>

#include "collate/slots.h"

namespace stemma::collate {

// Words that both wordings have, hedged in one of them (the lexicon's `hedge`)
// and not in the other. Never a difference in fact.
std::vector<Difference> hedges(const Slots& slots);

}  // namespace stemma::collate
