// How likely two reports are one telling, and how likely they rest on one
// source: two logistic regressions over what speaks for and against.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "origin/pairs.h"

namespace stemma::origin {

inline constexpr std::size_t kTellingFeatures = 7;
inline constexpr std::size_t kSourceFeatures = 11;

// In the order of the features; for the script that learns the weights.
extern const std::array<std::string_view, kTellingFeatures> kTellingNames;
extern const std::array<std::string_view, kSourceFeatures> kSourceNames;

std::array<double, kTellingFeatures> telling_features(const PairEvidence& pair);

// Without the first one, the probability of one telling, which is 0 here.
std::array<double, kSourceFeatures> source_features(const PairEvidence& pair);

// 0..1; 1 for equal texts and takes of one item.
double telling_probability(const PairEvidence& pair);

// 0..1, given the probability that they are one telling; never smaller.
double source_probability(const PairEvidence& pair, double telling);

}  // namespace stemma::origin
