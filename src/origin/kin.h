// The reports that one report was compared with, and which of its words they
// hold.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/coverage.h"
#include "origin/pairs.h"
#include "origin/tellings.h"

namespace stemma::origin {

struct Partner {
  ReportIndex other = 0;
  bool same_telling = false;
  bool equal = false;          // the texts are the same
  double alike = 0;            // probability that they are one telling
  std::uint32_t in_order = 0;  // sentences told in one order
  Coverage coverage;           // of the report's words by this partner
};

struct Kin {
  ReportIndex report = 0;
  std::vector<Partner> partners;  // most of the narration covered first
  std::uint32_t in_telling = 0;   // partners of the same telling
  Coverage by_telling;            // words in the others of its telling
  Coverage by_others;             // words in reports of other tellings
};

// Makes the kin of one report at a time, so that memory stays small. Holds
// views of all that it is given.
class KinFinder {
 public:
  KinFinder(const StoryEvidence& story, std::span<const PairEvidence> pairs,
            std::span<const double> probabilities,
            const TellingGroups& tellings);

  Kin kin_of(ReportIndex report) const;

 private:
  const StoryEvidence& story_;
  std::span<const PairEvidence> pairs_;
  std::span<const double> probabilities_;
  const TellingGroups& tellings_;
  std::vector<SentenceIndex> indexes_;
  std::vector<std::vector<std::uint32_t>> pairs_of_;  // of each report
};

}  // namespace stemma::origin
