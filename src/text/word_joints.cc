#include "text/word_joints.h"

#include <array>

namespace stemma::text {

bool is_apostrophe(char32_t value) {
  return value == U'\'' || value == 0x2019 || value == 0x2018 ||
         value == 0x201B || value == 0x02BC;
}

bool is_hyphen(char32_t value) {
  return value == U'-' || value == 0x2010 || value == 0x2011;
}

bool is_elided(std::string_view folded, std::string_view language) {
  static constexpr std::array<std::string_view, 14> kFrench = {
      "l", "d",  "j",     "m",      "n",      "s",      "t",
      "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"};
  static constexpr std::array<std::string_view, 16> kItalian = {
      "l",    "un",   "d",  "c",     "dell", "all",   "nell", "sull",
      "dall", "coll", "gl", "quell", "bell", "quest", "s",    "t"};
  const auto among = [&](const auto& list) {
    for (const std::string_view one : list) {
      if (one == folded) return true;
    }
    return false;
  };
  if (language == "fr") return among(kFrench);
  return language == "it" && among(kItalian);
}

}  // namespace stemma::text
