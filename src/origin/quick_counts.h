// Tellings and sources of a story, counted from sketches.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "origin/origins.h"
#include "origin/sketch_pairs.h"
#include "origin/telling_sketch.h"

namespace stemma::origin {

inline constexpr std::size_t kQuickTellingFeatures = 6;
inline constexpr std::size_t kQuickSourceFeatures = 8;

// In the order of the features; for the script that learns the weights.
extern const std::array<std::string_view, kQuickTellingFeatures>
    kQuickTellingNames;
extern const std::array<std::string_view, kQuickSourceFeatures>
    kQuickSourceNames;

std::array<double, kQuickTellingFeatures> telling_features(
    const SketchPair& pair);

// Without the first one, the probability of one telling, which is 0 here.
std::array<double, kQuickSourceFeatures> source_features(
    const SketchPair& pair);

// The counts of the reports that the sketches are of, in canonical order.
Counts quick_counts(std::span<const TellingSketch> sketches);

}  // namespace stemma::origin
