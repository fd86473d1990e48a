// Made by scripts/learn_story_weights.py. Do not edit.
#pragma once

#include <array>
#include <string_view>

namespace stemma::story {

struct JoinWeight {
  std::string_view name;
  double weight = 0;
};

inline constexpr std::array<JoinWeight, 15> kJoinWeights{{
    {"constant", -4.392},
    {"body", -1.088},
    {"body_centre", 2.501},
    {"body_nearest", -0.488},
    {"pairs", 2.750},
    {"title", 5.474},
    {"names", 2.023},
    {"body_above_others", 4.645},
    {"body_to_others", 12.481},
    {"others", -5.733},
    {"same_days", 1.638},
    {"days_apart", -1.067},
    {"undated", 1.217},
    {"same_outlet", -4.071},
    {"size", -0.501},
}};

}  // namespace stemma::story
