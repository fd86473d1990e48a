// Deeds of which one wording tells who did them and the other does not.
#pragma once

#include <vector>

#include "collate/slots.h"

namespace stemma::collate {

// "was hit by a truck", "a truck hit the gate", "Ostland's attack" on one side
// and "was hit", "the attack" on the other, in wordings that are alike.
std::vector<Difference> dropped_agents(const Slots& slots);

}  // namespace stemma::collate
