// Made by scripts/learn_edge_weights.py; do not edit.
#include "origin/edge_weights.h"

namespace stemma::origin {

const double kEdgeBias = -0.741;
const std::array<double, kEdgeFeatures> kEdgeWeights = {
    0.348,  0.652, 0.296,  -0.733, 2.023, 1.717,
    -1.672, 1.105, -0.243, 0.117,  -0.144};

}  // namespace stemma::origin
