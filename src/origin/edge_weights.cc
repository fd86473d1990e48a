// Made by scripts/learn_edge_weights.py; do not edit.
#include "origin/edge_weights.h"

namespace stemma::origin {

const double kEdgeBias = -1.052;
const std::array<double, kEdgeFeatures> kEdgeWeights = {
    0.748,  0.450, 0.562, -1.426, 1.133, 0.609,
    -0.943, 1.188, 0.894, 0.258,  0.455};

}  // namespace stemma::origin
