// Weights of the two regressions, made by scripts/learn_origin_weights.py.
#pragma once

#include <array>

#include "origin/model.h"

namespace stemma::origin {

extern const double kTellingBias;
extern const std::array<double, kTellingFeatures> kTellingWeights;
extern const double kSourceBias;
extern const std::array<double, kSourceFeatures> kSourceWeights;

}  // namespace stemma::origin
