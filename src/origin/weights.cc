// Made by scripts/learn_origin_weights.py; do not edit.
#include "origin/weights.h"

namespace stemma::origin {

const double kTellingBias = -6.359;
const std::array<double, kTellingFeatures> kTellingWeights = {
    3.491, 3.068, 0.712, 4.512, 1.907, 1.562, -0.389};

const double kSourceBias = -4.093;
const std::array<double, kSourceFeatures> kSourceWeights = {
    2.320, 7.662, 4.057,  2.994, 1.996, 4.275,
    4.119, 0.487, -0.459, 2.992, 4.797};

}  // namespace stemma::origin
