// How sure it is that two sentences state the same.
#pragma once

#include <span>
#include <vector>

#include "collate/pair_features.h"

namespace stemma::collate {

// From this probability on two sentences are said to be linked.
inline constexpr double kLinked = 0.35;

// One weight a feature, learned by scripts/learn_links.py.
std::span<const double, kFeatureCount> link_weights();

// Logistic regression: 0..1.
double link_probability(const Features& features);

}  // namespace stemma::collate
