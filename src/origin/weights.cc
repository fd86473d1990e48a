// Made by scripts/learn_origin_weights.py; do not edit.
#include "origin/weights.h"

namespace stemma::origin {

const double kTellingBias = -6.362;
const std::array<double, kTellingFeatures> kTellingWeights = {
    3.494, 3.073, 0.712, 4.515, 1.914, 1.562, -0.388};

const double kSourceBias = -3.376;
const std::array<double, kSourceFeatures> kSourceWeights = {
    2.431, 7.894, 4.241, 2.997, 1.994, 4.508, 4.206, 0.694, -0.503};

}  // namespace stemma::origin
