// What a character is to the tokenizer, as one table look-up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace stemma::text {

enum class CharClass : std::uint8_t {
  kSpace,       // white space, control characters, unassigned
  kUpper,       // upper-case or title-case letter
  kLower,       // any other letter of a script that puts spaces
  kDigit,       // decimal digits of any script, fractions, superscripts
  kMark,        // combining marks, joiners, soft hyphens: continue a word
  kDictionary,  // letters of scripts without spaces: Han, kana, Thai, ...
  kPunctuation  // everything else that is seen, symbols and emoji too
};

// The classes of the Basic Multilingual Plane, from ICU's data. Built once,
// then constant; safe to use from several threads.
class CharacterTable {
 public:
  static const CharacterTable& get();

  CharClass of(char32_t value) const {
    return value < classes_.size() ? classes_[value] : beyond(value);
  }

 private:
  CharacterTable();
  static CharClass beyond(char32_t value);

  std::array<CharClass, 0x10000> classes_;
};

// The code point at `position` of text that is valid UTF-8. Of malformed text
// the value is undefined, but never are bytes read outside `text`.
// REQUIRES: position < text.size().
inline CodePoint decode_valid(std::string_view text, std::size_t position) {
  const auto at = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  const char32_t first = at(position);
  const std::size_t left = text.size() - position;
  if (first < 0x80) return {first, 1};
  if (first < 0xE0 && left >= 2) {
    return {(first & 0x1FU) << 6U | (at(position + 1) & 0x3FU), 2};
  }
  if (first < 0xF0 && left >= 3) {
    return {(first & 0xFU) << 12U | (at(position + 1) & 0x3FU) << 6U |
                (at(position + 2) & 0x3FU),
            3};
  }
  return decode_utf8(text, position);
}

}  // namespace stemma::text
