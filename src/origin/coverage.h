// Which words of a report stand in others.
#pragma once

#include <span>
#include <vector>

#include "origin/overlap.h"
#include "stemma/types/analysis.h"

namespace stemma::origin {

// One flag a word of Narration::body: it stands in the other text, in a run
// that both share or in sentences that align.
using Coverage = std::vector<bool>;

// Words of `a` that stand in `b`.
Coverage cover_words(const SentenceIndex& a, const SentenceIndex& b);

// Flags that either has. REQUIRES: equal sizes.
Coverage unite(Coverage a, const Coverage& b);

// Share of all words of the body, and of those of the narration, that are
// covered; 0 where there are none.
double share_of_body(const Narration& narration, const Coverage& coverage);
double share_of_narration(const Narration& narration, const Coverage& coverage);

// Words of the narration that both cover; that the first covers alone.
std::uint32_t count_both(const Narration& narration, const Coverage& a,
                         const Coverage& b);
std::uint32_t count_only(const Narration& narration, const Coverage& a,
                         const Coverage& b);

// Stretches of the narration that `a` covers and `b` does not, of `at_least`
// words in a row.
std::uint32_t count_stretches(const Narration& narration, const Coverage& a,
                              const Coverage& b, std::uint32_t at_least);

// The covered words as spans of the text: at most `limit`, the longest first
// chosen, in the order of the text; gaps of two words or fewer are closed.
std::vector<Span> covered_spans(const Analysis& analysis,
                                const Narration& narration,
                                const Coverage& coverage, std::size_t limit);

}  // namespace stemma::origin
