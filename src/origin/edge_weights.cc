// Made by scripts/learn_edge_weights.py; do not edit.
#include "origin/edge_weights.h"

namespace stemma::origin {

const double kEdgeBias = -1.043;
const std::array<double, kEdgeFeatures> kEdgeWeights = {
    0.218,  1.065, 0.369,  -0.022, 2.011, 1.662,
    -1.320, 1.271, -0.928, 0.224,  -0.325};

}  // namespace stemma::origin
