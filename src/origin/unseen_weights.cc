// Made by scripts/learn_edge_weights.py; do not edit.
#include "origin/unseen_weights.h"

namespace stemma::origin {

const double kUnseenBias = -0.407;
const std::array<double, kUnseenFeatures> kUnseenWeights = {
    0.276, 1.609, -0.556, -0.028, 0.392, -0.952, 2.327,  0.333, -0.299,
    1.356, 0.573, -0.514, 1.283,  1.106, -0.548, -1.391, -0.287};

}  // namespace stemma::origin
