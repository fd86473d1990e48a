// What a reader is shown of why a report stands where it stands.
#pragma once

#include <vector>

#include "origin/kin.h"
#include "stemma/types/origins.h"

namespace stemma::origin {

// Shared words and order with the nearest reports, credits, media named,
// times, the triplet test, and what stands in this report only; in this
// order.
std::vector<Evidence> evidence_for(const StoryEvidence& story, const Kin& kin);

}  // namespace stemma::origin
