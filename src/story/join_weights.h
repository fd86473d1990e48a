// Made by scripts/learn_story_weights.py. Do not edit.
#pragma once

#include <array>
#include <string_view>

namespace stemma::story {

struct JoinWeight {
  std::string_view name;
  double weight = 0;
};

inline constexpr std::array<JoinWeight, 12> kJoinWeights{{
    {"constant", -4.486},
    {"body", -1.667},
    {"body_centre", 1.857},
    {"pairs", 0.210},
    {"title", 6.921},
    {"names", 3.450},
    {"body_above_others", 15.949},
    {"same_days", 0.952},
    {"days_apart", -0.846},
    {"undated", 0.866},
    {"same_outlet", -2.857},
    {"size", -0.275},
}};

}  // namespace stemma::story
