// Persons, places and causes in which two wordings differ.
#pragma once

#include <vector>

#include "collate/slots.h"

namespace stemma::collate {

// Two persons, or two places, neither of which the other wording names, with
// the same words directly before and behind them, in wordings that are
// otherwise alike. Bodies and things are passed over: two names in one slot
// are mostly two labels of one thing. Persons are a conflict, places unclear,
// since one may lie in the other.
std::vector<Difference> differing_names(const Slots& slots);

// "because of the storm" against "because of a fault" (the lexicon's
// `cause_marker`): nothing that says something is in both causes. Unclear,
// since both can be true.
std::vector<Difference> differing_causes(const Slots& slots);

}  // namespace stemma::collate
