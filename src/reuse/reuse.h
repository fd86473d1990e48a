// Text reuse: the passages that two reports share.
#pragma once

#include <span>

#include "stemma/types/options.h"
#include "stemma/types/passage.h"
#include "stemma/types/witness.h"

namespace stemma::reuse {

// All passages of ReuseOptions' size between any two of `witnesses` (their
// quotations may be null). Every passage is verified by aligning the words.
// Indices in the result are positions in `witnesses`.
ReuseResult find_reuse(std::span<const Witness> witnesses,
                       const ReuseOptions& options);

}  // namespace stemma::reuse
