// From a match of content words to a passage: borders and similarity.
#pragma once

#include <optional>

#include "reuse/matcher.h"
#include "reuse/pages.h"
#include "stemma/types/options.h"
#include "stemma/types/passage.h"

namespace stemma::reuse {

// The passage that a match makes, with spans, kind, similarity and quoted
// share; report indices are left at 0; `match` is set to what the passage takes
// up. Empty if the words do not bear it out or it is shorter than options ask
// for; then `match` is left as it was.
std::optional<Passage> verify(const Page& a, const Page& b, Match& match,
                              const ReuseOptions& options);

}  // namespace stemma::reuse
