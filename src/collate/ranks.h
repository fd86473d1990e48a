// Offices of another rank.
#pragma once

#include <vector>

#include "collate/slots.h"

namespace stemma::collate {

// "a deputy mayor" on one side and "a mayor" on the other, in one slot: in a
// person, unclear. Sides that have the office both ways are passed over.
std::vector<Difference> differing_ranks(const Slots& slots);

}  // namespace stemma::collate
