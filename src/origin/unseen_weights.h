// Made by scripts/learn_edge_weights.py; see unseen.h for the features.
#pragma once

#include <array>

#include "origin/unseen.h"

namespace stemma::origin {

extern const double kUnseenBias;
extern const std::array<double, kUnseenFeatures> kUnseenWeights;

}  // namespace stemma::origin
