// Each report's best partners.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "stemma/types/options.h"
#include "stemma/types/passage.h"

namespace stemma::reuse {

// Drops the passages of a pair unless either report counts the other among its
// options.max_partners best, by the words that their passages share. Returns
// for each report how many of its partners were dropped.
// REQUIRES: passages of one pair stand side by side.
std::vector<std::uint32_t> keep_best_partners(std::vector<Passage>& passages,
                                              std::size_t reports,
                                              const ReuseOptions& options);

}  // namespace stemma::reuse
