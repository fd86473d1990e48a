// Made by scripts/learn_origin_weights.py; do not edit.
#include "origin/weights.h"

namespace stemma::origin {

const double kTellingBias = -6.459;
const std::array<double, kTellingFeatures> kTellingWeights = {
    3.404, 3.024, 0.719, 4.673, 1.972, 1.597, -0.365};

const double kSourceBias = -3.365;
const std::array<double, kSourceFeatures> kSourceWeights = {
    2.408, 7.825, 4.247, 2.994, 1.995, 4.487, 4.227, 0.576, -0.513};

}  // namespace stemma::origin
