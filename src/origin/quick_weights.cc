// Made by scripts/learn_origin_weights.py; do not edit.
#include "origin/quick_weights.h"

namespace stemma::origin {

const double kQuickTellingBias = -4.335;
const std::array<double, kQuickTellingFeatures> kQuickTellingWeights = {
    7.319, 1.820, 0.680, 0.357, 0.573, -1.492};

const double kQuickSourceBias = -2.941;
const std::array<double, kQuickSourceFeatures> kQuickSourceWeights = {
    2.388, 8.158, 3.938, 4.415, 4.071, 0.429, -0.624, 4.915};

}  // namespace stemma::origin
