// Made by scripts/learn_edge_weights.py; do not edit.
#include "origin/unseen_weights.h"

namespace stemma::origin {

const double kUnseenBias = -0.469;
const std::array<double, kUnseenFeatures> kUnseenWeights = {
    0.935, 0.965, -0.731, -0.622, 0.098, -0.455, -0.498, -0.147, 0.271, -0.099};

}  // namespace stemma::origin
