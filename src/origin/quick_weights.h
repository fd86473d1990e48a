// Weights of the two regressions over sketches, made by
// scripts/learn_origin_weights.py --sketches.
#pragma once

#include <array>

#include "origin/quick_counts.h"

namespace stemma::origin {

extern const double kQuickTellingBias;
extern const std::array<double, kQuickTellingFeatures> kQuickTellingWeights;
extern const double kQuickSourceBias;
extern const std::array<double, kQuickSourceFeatures> kQuickSourceWeights;

}  // namespace stemma::origin
