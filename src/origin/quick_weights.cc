// Made by scripts/learn_origin_weights.py; do not edit.
#include "origin/quick_weights.h"

namespace stemma::origin {

const double kQuickTellingBias = -4.512;
const std::array<double, kQuickTellingFeatures> kQuickTellingWeights = {
    6.513, 1.995, 0.700, 0.675, 0.859, -1.355};

const double kQuickSourceBias = -2.822;
const std::array<double, kQuickSourceFeatures> kQuickSourceWeights = {
    2.389, 8.119, 4.081, 4.351, 4.023, 0.415, -0.520, 4.924};

}  // namespace stemma::origin
