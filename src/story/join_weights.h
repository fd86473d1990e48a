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
    {"constant", -4.367},
    {"body", -0.898},
    {"body_centre", 2.722},
    {"body_nearest", -0.752},
    {"pairs", 2.520},
    {"title", 5.793},
    {"names", 2.297},
    {"body_above_others", 5.284},
    {"body_to_others", 11.927},
    {"others", -6.182},
    {"same_days", 1.649},
    {"days_apart", -1.171},
    {"undated", 1.132},
    {"same_outlet", -3.766},
    {"size", -0.686},
}};

}  // namespace stemma::story
