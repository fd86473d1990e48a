// Stretches of several reports side by side, word by word.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "collate/stretch_words.h"
#include "collate/word_columns.h"
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

// The same of words that are aligned already.
Collation collate_columns(const std::vector<StretchWords>& stretches,
                          const WordColumns& columns,
                          const CollationOptions& options);

}  // namespace stemma::collate
