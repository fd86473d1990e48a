// Passages of many pairs brought together: every place where one stands.
#pragma once

#include <span>
#include <vector>

#include "stemma/types/cluster.h"
#include "stemma/types/options.h"
#include "stemma/types/passage.h"
#include "stemma/types/witness.h"

namespace stemma::reuse {

// Clusters of the passages of `found`, which find_reuse made of `witnesses`
// (analyses may be null) with `options`: both sides of a passage are in one
// cluster, and so are two stretches of one report that overlap by half of the
// longer (as in passim). Reports of equal text stand for themselves in every
// cluster, and are one if their text is long enough. With options.cross_outlet
// clusters of a single outlet are passed over. Most reports first, then by the
// first member. O(n log n) for n passages and members.
std::vector<Cluster> cluster_passages(std::span<const Witness> witnesses,
                                      const ReuseResult& found,
                                      const ReuseOptions& options);

}  // namespace stemma::reuse
