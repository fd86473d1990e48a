// Text reuse: the passages that two reports share.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "reuse/boilerplate.h"
#include "reuse/loop.h"
#include "stemma/types/options.h"
#include "stemma/types/passage.h"
#include "stemma/types/witness.h"

namespace stemma::reuse {

// All passages of ReuseOptions' size between any two of `witnesses` (their
// quotations may be null; where the analysis is, one is made). Every passage is
// verified by aligning the words. Indices in the result are positions in
// `witnesses`. The same for any `loop`.
ReuseResult find_reuse(std::span<const Witness> witnesses,
                       const ReuseOptions& options,
                       const Loop& loop = run_in_order);

// The same after earlier runs, of which the sentences count for what an outlet
// repeats.
ReuseResult find_reuse(std::span<const Witness> witnesses,
                       const ReuseOptions& options,
                       std::span<const EarlierSentences> earlier,
                       const Loop& loop);

// The same for results that need not be held: the passages are handed on as
// they are found, in the same order, and those of the result stay empty.
ReuseResult find_reuse(std::span<const Witness> witnesses,
                       const ReuseOptions& options, const PassageUse& use,
                       const Loop& loop = run_in_order);

}  // namespace stemma::reuse
