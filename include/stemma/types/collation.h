// Collation: several readings of one stretch, laid side by side word by word.
#pragma once

#include <cstdint>
#include <vector>

#include "stemma/types/report.h"
#include "stemma/types/span.h"

namespace stemma {

// The words of one report that are collated: spans in order, disjoint.
struct Stretch {
  ReportIndex report = 0;
  std::vector<Span> spans;
};

// Consecutive words in which the readings agree and differ in one way: either
// all have the same, or the same ones stand together in each wording.
struct Segment {
  // By reading: the number of its wording here, from 0 in the order of the
  // readings. Readings of one number have the same words (case and marks
  // aside); a reading without words here counts as a wording too.
  std::vector<std::uint32_t> wording;
  // By reading: the words, in order; empty where it has none.
  std::vector<std::vector<Span>> spans;
};

enum class ChangeKind : std::uint8_t { kInserted, kCut, kReplaced, kMoved };

// How a reading differs from the base in one place. Where a side has no words
// its only span is empty and tells the place.
struct Change {
  ChangeKind kind = ChangeKind::kReplaced;
  std::vector<Span> base;   // of the base's report
  std::vector<Span> spans;  // of the reading's report
};

// Readings by their positions in the list that was given.
struct Collation {
  std::uint32_t base = 0;
  std::vector<Segment> segments;             // cover all words, in order
  std::vector<std::vector<Change>> changes;  // by reading; none of the base
  std::vector<std::uint32_t> words;          // by reading
  // By reading: how many of its words the base has too, in place or moved.
  std::vector<std::uint32_t> shared;
};

}  // namespace stemma
