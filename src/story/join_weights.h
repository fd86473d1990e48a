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
    {"constant", -2.608},
    {"title", 6.774},
    {"names", 0.806},
    {"stands_out", 3.876},
    {"others", 0.000},
    {"to_tighter", 2.378},
    {"to_looser", 4.204},
    {"has_members", -0.368},
    {"same_days", 1.977},
    {"same_outlet", -2.407},
}};

}  // namespace stemma::story
