// Passage: a stretch of text that two reports share.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "stemma/types/report.h"
#include "stemma/types/span.h"

namespace stemma {

enum class PassageKind : std::uint8_t { kVerbatim, kEdited, kParaphrase };

// Words that stand in both sides of a passage one after the other, and in
// order.
struct AlignedRun {
  Span a;
  Span b;
  friend bool operator==(const AlignedRun&, const AlignedRun&) = default;
};

struct Passage {
  ReportIndex a = 0;  // a < b
  ReportIndex b = 0;
  Span span_a;
  Span span_b;
  PassageKind kind = PassageKind::kVerbatim;
  double similarity = 0;  // 0..1: share of words of both sides that align
  double quoted = 0;      // 0..1: share of the words inside quotation marks
  // The words that both sides have in the same order, ascending in both; what
  // stands between them was changed, moved, added or dropped.
  std::vector<AlignedRun> aligned;
};

// Everything that `reuse` found, in canonical order: by a, b, span_a.
struct ReuseResult {
  std::vector<Passage> passages;
  // Groups of two reports or more with equal texts; the first represents the
  // group in `passages`.
  std::vector<std::vector<ReportIndex>> equal;
  // Partners beyond the limit that were dropped, one entry a report.
  std::vector<std::uint32_t> partners_cut;
  // Sentences and lines that the report's outlet repeats (subscription lines,
  // author boxes) and that were not matched: sorted, one entry a report.
  std::vector<std::vector<Span>> boilerplate;
};

// What becomes of passages that are handed on as they are found.
struct PassageUse {
  // What is made of some passages that follow one another: called by several
  // threads at once.
  std::function<std::string(std::span<const Passage>)> show;
  // Takes what was made of them, in their order, one at a time; false ends the
  // search. What is found beside the passages (all but ReuseResult::passages)
  // is complete by the first call.
  std::function<bool(const ReuseResult& found, std::string shown)> take;
};

}  // namespace stemma
