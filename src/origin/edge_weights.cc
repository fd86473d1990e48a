// Made by scripts/learn_edge_weights.py; do not edit.
#include "origin/edge_weights.h"

namespace stemma::origin {

const double kEdgeBias = -0.897;
const std::array<double, kEdgeFeatures> kEdgeWeights = {
    0.549,  0.624, 0.205,  -0.838, 1.840, 1.282,
    -1.598, 0.995, -0.116, 0.122,  0.019};

}  // namespace stemma::origin
