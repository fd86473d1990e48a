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
    {"constant", -4.282},
    {"body", -0.999},
    {"body_centre", 2.695},
    {"body_nearest", -0.620},
    {"pairs", 2.643},
    {"title", 5.858},
    {"names", 2.249},
    {"body_above_others", 5.173},
    {"body_to_others", 11.787},
    {"others", -6.172},
    {"same_days", 1.646},
    {"days_apart", -1.151},
    {"undated", 1.139},
    {"same_outlet", -4.064},
    {"size", -0.773},
}};

}  // namespace stemma::story
