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

// A sentence as boilerplate is found by: a hash of outlet and words, every
// number for any other; the lowest 10 bits are the number of its words.
using SentenceHash = std::uint64_t;

struct SentenceKey {
  SentenceHash hash = 0;
  Span span;
  std::uint32_t first_term = 0;  // of its content words in Outline::terms
  std::uint32_t terms = 0;       // how many; long sentences are given up
};

// A report as pairs are found by.
struct Outline {
  std::vector<Term> terms;             // content words, in order
  std::vector<SentenceKey> sentences;  // those that may be boilerplate: none
                                       // where the outlet is not known
};

// `analysis` is that of `report`; neither is kept.
Outline outline(const Report& report, const Analysis& analysis);

// The sentences of a report that was read in an earlier run. A view.
using EarlierSentences = std::span<const SentenceHash>;

// For each report of a run the spans of the sentences that stand in 5 reports
// or more of its outlet, sorted; none in a report of which they make the larger
// part: that is a text printed again, and it counts for no other report either.
// Reports of earlier runs count as those of this one do. The terms of those
// sentences are taken out of the outlines, and all sentences.
std::vector<std::vector<Span>> take_out_boilerplate(
    std::span<Outline> outlines, std::span<const EarlierSentences> earlier);

}  // namespace stemma::reuse
