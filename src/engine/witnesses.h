// Reports of a corpus as the stages see them.
#pragma once

#include <span>
#include <vector>

#include "stemma/engine.h"
#include "stemma/types/witness.h"

namespace stemma::engine {

// Witnesses without quotations; views of `corpus`.
std::vector<Witness> witnesses_of(const Corpus& corpus,
                                  std::span<const ReportIndex> reports);

}  // namespace stemma::engine
