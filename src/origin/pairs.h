// Which pairs of reports are looked at, and what speaks for and against them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "origin/credits.h"
#include "origin/narration.h"
#include "origin/overlap.h"
#include "origin/substance.h"
#include "origin/takes.h"
#include "stemma/types/matrix.h"
#include "stemma/types/origins.h"
#include "stemma/types/passage.h"
#include "stemma/types/witness.h"

namespace stemma::origin {

// Everything about the reports of a story that later steps look at, one entry
// a report in each list.
struct StoryEvidence {
  std::span<const Witness> witnesses;
  std::vector<Narration> narrations;
  std::vector<Declared> declared;
  std::vector<Substance> substances;
  std::vector<std::optional<Mark>> marks;
  Rejections rejected;  // by the user

  bool rejects_edge(ReportIndex report, ReportIndex parent) const {
    return std::find(rejected.edges.begin(), rejected.edges.end(),
                     RejectedPair{report, parent}) != rejected.edges.end();
  }
  // True if both are not to be one telling.
  bool rejects_merge(ReportIndex a, ReportIndex b) const {
    return std::find(rejected.merges.begin(), rejected.merges.end(),
                     RejectedPair{std::min(a, b), std::max(a, b)}) !=
           rejected.merges.end();
  }
};

// `matrix` is of the same reports.
StoryEvidence gather_evidence(std::span<const Witness> witnesses,
                              const Matrix& matrix);

// What speaks for or against a common text or source of two reports.
struct PairEvidence {
  ReportIndex a = 0;  // a < b
  ReportIndex b = 0;
  Overlap overlap;
  bool equal = false;  // the texts are the same
  bool same_credit = false;
  bool different_agencies = false;
  bool same_item = false;     // takes of one item: one has a mark, both the
                              // same outlet or agency and much the same title
  bool names_outlet = false;  // one credits or cites the other's outlet
  double cited = 0;           // cites_outlet of one or the other
  double common_citation = 0;
  double unnarrated = 0;  // lack_of_narration
  double speech = 0;      // common_speech
  double families = 0;    // common_utterances
  double lead = 0;        // lead_similarity
};

// All pairs of a story of up to 64 reports; of a larger one each report with
// those that share most runs with it, found by an inverted index, so that the
// cost grows with the words of the story and not with its pairs. Reports of
// equal text are compared through the first of them. By a, then b.
std::vector<PairEvidence> compare_pairs(const StoryEvidence& story,
                                        const ReuseResult& reuse);

}  // namespace stemma::origin
