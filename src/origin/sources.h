// Sources of information: which tellings rest on the same reporting,
// statement, release, document or post.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/pairs.h"
#include "origin/tellings.h"
#include "stemma/types/origins.h"

namespace stemma::origin {

struct SourceGroups {
  std::vector<Source> sources;
  CountRange count;
};

// Joins whole tellings: reports of one telling rest on one source. `pairs`
// with the probabilities that they are one telling (`tellings_alike`).
SourceGroups group_sources(const StoryEvidence& story,
                           std::span<const PairEvidence> pairs,
                           std::span<const double> tellings_alike,
                           const TellingGroups& tellings);

// Who speaks in most of what the reports have in common; nullptr if nobody
// does to a notable part. Lives as long as `story`.
const SpeakerShare* common_speaker(const StoryEvidence& story,
                                   std::span<const ReportIndex> reports);

}  // namespace stemma::origin
