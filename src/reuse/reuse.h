// Text reuse: the passages that two reports share.
#pragma once

#include <span>

#include "reuse/loop.h"
#include "stemma/types/options.h"
#include "stemma/types/passage.h"
#include "stemma/types/witness.h"

namespace stemma::reuse {

// All passages of ReuseOptions' size between any two of `witnesses` (their
// quotations may be null; where the analysis is, one is made, and kept while
// the memory allows). Every passage is verified by aligning the words. Indices
// in the result are positions in `witnesses`. The same for any `loop`.
ReuseResult find_reuse(std::span<const Witness> witnesses,
                       const ReuseOptions& options,
                       const Loop& loop = run_in_order);

}  // namespace stemma::reuse
