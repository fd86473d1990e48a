// Made by scripts/learn_edge_weights.py; see direction.h for the features.
#pragma once

#include <array>

#include "origin/direction.h"

namespace stemma::origin {

extern const double kEdgeBias;
extern const std::array<double, kEdgeFeatures> kEdgeWeights;

}  // namespace stemma::origin
