// Whole texts side by side.
#pragma once

#include <span>

#include "stemma/types/comparison.h"
#include "stemma/types/options.h"
#include "stemma/types/witness.h"

namespace stemma::collate {

// Compares the texts of all `witnesses` (whose quotations may be null).
// REQUIRES: options.base < witnesses.size().
Comparison compare_texts(std::span<const Witness> witnesses,
                         const CollationOptions& options);

}  // namespace stemma::collate
