// Made by scripts/learn_edge_weights.py; do not edit.
#include "origin/unseen_weights.h"

namespace stemma::origin {

const double kUnseenBias = -0.524;
const std::array<double, kUnseenFeatures> kUnseenWeights = {
    0.685, 0.669,  -0.699, -0.184, -0.043, 0.261, 0.039,
    0.750, -0.250, 1.354,  0.539,  -0.837, 2.343};

}  // namespace stemma::origin
