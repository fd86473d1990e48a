// Made by scripts/learn_origin_weights.py; do not edit.
#include "origin/weights.h"

namespace stemma::origin {

const double kTellingBias = -6.359;
const std::array<double, kTellingFeatures> kTellingWeights = {
    3.491, 3.068, 0.712, 4.512, 1.907, 1.562, -0.389};

const double kSourceBias = -3.567;
const std::array<double, kSourceFeatures> kSourceWeights = {
    2.394, 7.836, 4.236, 2.997, 1.995, 4.568, 4.231, 0.639, -0.453};

}  // namespace stemma::origin
