// A written time cut into numbers, words and marks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::text {

struct TimePiece {
  enum class Kind : std::uint8_t { kNumber, kWord, kMark };
  Kind kind = Kind::kMark;
  std::string text;    // a word is folded
  bool glued = false;  // no white space before it
};

// The pieces in their order, white space left out. Letters of scripts without
// spaces are words of their own. REQUIRES: digits of `text` are ASCII.
std::vector<TimePiece> cut_time(std::string_view text);

}  // namespace stemma::text
