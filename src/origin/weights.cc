// Made by scripts/learn_origin_weights.py; do not edit.
#include "origin/weights.h"

namespace stemma::origin {

const double kTellingBias = -4.0;
const std::array<double, kTellingFeatures> kTellingWeights = {
    4.0, 4.0, 0.4, 2.0, 0.5, 1.0, -1.0};
const double kSourceBias = -2.5;
const std::array<double, kSourceFeatures> kSourceWeights = {
    4.0, 4.0, 1.0, 2.0, 2.0, 1.0, 0.8, 1.0, 0.5, -0.5};

}  // namespace stemma::origin
