// Boilerplate: text that an outlet repeats.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/words.h"
#include "stemma/types/analysis.h"
#include "stemma/types/report.h"
#include "stemma/types/span.h"

namespace stemma::reuse {

// A sentence as boilerplate is found by: outlet and words, every number for
// any other.
struct SentenceKey {
  std::uint64_t hash = 0;
  Span span;
  std::uint32_t first_term = 0;  // of its content words in Outline::terms
  std::uint16_t terms = 0;       // how many; long sentences are given up
  std::uint16_t words = 0;       // of all kinds
};

// A report as pairs are found by.
struct Outline {
  std::vector<Term> terms;             // content words, in order
  std::vector<SentenceKey> sentences;  // those that may be boilerplate: none
                                       // where the outlet is not known
};

Outline outline(const Report& report, const Analysis& analysis);

// For each report the spans of the sentences that stand in 5 reports or more
// of its outlet, sorted; none in a report of which they make the larger part:
// that is a text printed again, and it counts for no other report either. The
// terms of those sentences are taken out of the outlines, and all sentences.
std::vector<std::vector<Span>> take_out_boilerplate(
    std::span<Outline> outlines);

}  // namespace stemma::reuse
