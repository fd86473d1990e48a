// Made by scripts/learn_origin_weights.py; do not edit.
#include "origin/weights.h"

namespace stemma::origin {

const double kTellingBias = -6.362;
const std::array<double, kTellingFeatures> kTellingWeights = {
    3.494, 3.073, 0.712, 4.515, 1.915, 1.562, -0.388};

const double kSourceBias = -3.355;
const std::array<double, kSourceFeatures> kSourceWeights = {
    2.402, 7.975, 4.278, 2.996, 1.994, 4.442, 4.208, 0.613, -0.512};

}  // namespace stemma::origin
