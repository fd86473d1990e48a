// From a match of content words to a passage: borders and similarity.
#pragma once

#include <optional>

#include "reuse/matcher.h"
#include "reuse/pages.h"
#include "stemma/types/options.h"
#include "stemma/types/passage.h"

namespace stemma::reuse {

// What speaks for a match being shared and not alike by chance.
struct Evidence {
  Span span_a;
  Span span_b;
  std::size_t words_a = 0;
  std::size_t words_b = 0;
  std::size_t common = 0;     // words that both hold, each occurrence once
  std::size_t different = 0;  // different content words that both hold
  std::size_t plain = 0;      // of these in lower case, and no numbers
  double similarity = 0;      // of a summary, the share found in the other
};
Evidence weigh(const Page& a, const Page& b, const Match& match);

// The passage that a match makes, with spans, kind, similarity and quoted
// share; report indices are left at 0; `match` is set to what the passage takes
// up. Empty if the words do not bear it out or it is shorter than options ask
// for; then `match` is left as it was.
std::optional<Passage> verify(const Page& a, const Page& b, Match& match,
                              const ReuseOptions& options);

}  // namespace stemma::reuse
