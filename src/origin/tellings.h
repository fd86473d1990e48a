// Tellings: which reports are one text as narrated, and how many texts.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/pairs.h"
#include "stemma/types/origins.h"

namespace stemma::origin {

struct TellingGroups {
  std::vector<std::uint32_t> group_of;  // of each report: 0, 1, ...
  std::vector<std::vector<ReportIndex>> groups;
  CountRange count;
  std::vector<NotCompared> not_compared;
};

// Groups by average linkage over the probabilities of the pairs
// (`probabilities` runs parallel to `pairs`). Reports in another language than
// most, and those too short to tell, cannot be compared by their words: they
// stay tellings of their own and widen the range.
TellingGroups group_tellings(const StoryEvidence& story,
                             std::span<const PairEvidence> pairs,
                             std::span<const double> probabilities);

}  // namespace stemma::origin
