// Made by scripts/learn_edge_weights.py; do not edit.
#include "origin/edge_weights.h"

namespace stemma::origin {

const double kEdgeBias = -0.555;
const std::array<double, kEdgeFeatures> kEdgeWeights = {
    0.328,  0.659, 0.292,  -0.577, 1.287, 1.262,
    -1.054, 0.901, -0.143, 0.143,  -0.022};

}  // namespace stemma::origin
