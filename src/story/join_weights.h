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
    {"constant", -4.466},
    {"body", -2.453},
    {"body_centre", 1.519},
    {"pairs", 0.954},
    {"title", 6.805},
    {"names", 3.649},
    {"body_above_others", 15.482},
    {"same_days", 1.041},
    {"days_apart", -0.893},
    {"undated", 0.758},
    {"same_outlet", -2.875},
    {"size", -0.094},
}};

}  // namespace stemma::story
