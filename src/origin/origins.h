// Tellings, sources, and what derives from what.
#pragma once

#include <span>

#include "stemma/types/matrix.h"
#include "stemma/types/origins.h"
#include "stemma/types/passage.h"
#include "stemma/types/witness.h"

namespace stemma::origin {

// What the reports of one story rest on, from the passages they share
// (`reuse`, all pairs of the story), the statements they carry (`matrix`),
// their credits, quotations and times. What a user has rejected is neither
// merged nor named.
Origins trace_origins(std::span<const Witness> witnesses,
                      const ReuseResult& reuse, const Matrix& matrix,
                      const Rejections& rejected = {});

struct Counts {
  CountRange tellings;
  CountRange sources;
};

// The counts of trace_origins() alone, without trees and derivations. Of
// `reuse` only the equal texts are looked at.
Counts count_origins(std::span<const Witness> witnesses,
                     const ReuseResult& reuse, const Matrix& matrix,
                     const Rejections& rejected = {});

}  // namespace stemma::origin
