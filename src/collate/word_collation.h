// Stretches of several reports side by side, word by word.
#pragma once

#include <cstdint>
#include <span>

#include "stemma/types/collation.h"
#include "stemma/types/options.h"
#include "stemma/types/witness.h"

namespace stemma::collate {

// Collates the words of `stretches` (reports are positions in `witnesses`,
// whose quotations may be null). The order of the stretches changes nothing
// but the positions. REQUIRES: options.base < stretches.size().
Collation collate_words(std::span<const Witness> witnesses,
                        std::span<const Stretch> stretches,
                        const CollationOptions& options);

}  // namespace stemma::collate
