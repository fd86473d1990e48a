// Made by scripts/learn_edge_weights.py; do not edit.
#include "origin/edge_weights.h"

namespace stemma::origin {

const double kEdgeBias = -0.830;
const std::array<double, kEdgeFeatures> kEdgeWeights = {
    0.759, 0.203, 0.335, -1.214, -0.029, 1.534,
    0.204, 1.321, 0.741, 0.066,  0.315};

}  // namespace stemma::origin
