// Made by scripts/learn_story_weights.py. Do not edit.
#pragma once

#include <array>
#include <string_view>

namespace stemma::story {

struct JoinWeight {
  std::string_view name;
  double weight = 0;
};

inline constexpr std::array<JoinWeight, 10> kJoinWeights{{
    {"constant", -2.619},
    {"title", 6.864},
    {"names", 0.814},
    {"stands_out", 3.875},
    {"others", 0.000},
    {"to_tighter", 2.215},
    {"to_looser", 3.935},
    {"has_members", -0.404},
    {"same_days", 1.989},
    {"same_outlet", -2.443},
}};

}  // namespace stemma::story
