// Deeds that are planned in one wording and done in the other.
#pragma once

#include <vector>

#include "collate/slots.h"

namespace stemma::collate {

// What one side plans ("will be signed") and the other tells as done ("was
// signed"), in one slot of wordings that are alike: an update if the report
// that tells it is surely later, else unclear.
std::vector<Difference> differing_plans(const Slots& slots);

}  // namespace stemma::collate
