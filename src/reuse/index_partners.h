// The partners of a new report in an index.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "reuse/index_format.h"
#include "reuse/known_texts.h"

namespace stemma::reuse {

// What the reports of an index are scored by.
struct IndexScoring {
  std::size_t reports = 0;  // of the index and new, which say how rare one is
  std::size_t most = 0;     // partners that are wanted; 0: all
};

// The reports of the index that score best by the fingerprints that they share
// with those of one new report (each once), in the order of the index.
std::vector<Place> partners_in_index(const IndexView& index,
                                     std::span<const Fingerprint> fingerprints,
                                     const IndexScoring& scoring);

}  // namespace stemma::reuse
