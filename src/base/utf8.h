// UTF-8: repair on the way in, code points on the way out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/types/span.h"

namespace stemma {

// One code point read from text.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  // bytes, 1 to 4
};

inline constexpr char32_t kReplacement = 0xFFFD;

// The code point that begins at `position`. A malformed sequence gives
// kReplacement and the size of its maximal subpart (Unicode 15, section 3.9,
// "U+FFFD Substitution of Maximal Subparts").
// REQUIRES: position < text.size().
CodePoint decode_utf8(std::string_view text, std::size_t position);

// Appends the UTF-8 of `value`; surrogates and values beyond U+10FFFF are
// appended as kReplacement.
void append_utf8(char32_t value, std::string& out);

bool is_valid_utf8(std::string_view text);

struct RepairedText {
  std::string text;                        // valid UTF-8
  std::vector<std::uint64_t> replaced_at;  // byte offsets in the input
};

// Every malformed sequence becomes U+FFFD; all else is kept to the byte.
RepairedText repair_utf8(std::string_view bytes);

// Number of code points of valid UTF-8.
std::size_t code_point_count(std::string_view text);

// Turns byte positions of one text into code point positions. Built in one
// pass, answers in constant time; holds no view of the text.
class CodePointMap {
 public:
  explicit CodePointMap(std::string_view text);

  // REQUIRES: byte <= text.size(), at a border of a code point.
  std::uint32_t to_code_points(std::uint32_t byte) const;
  // The inverse. REQUIRES: code_point <= code points of the text.
  std::uint32_t to_bytes(std::uint32_t code_point) const;
  Span to_code_points(Span bytes) const {
    return {to_code_points(bytes.begin), to_code_points(bytes.end)};
  }

 private:
  std::vector<std::uint64_t> starts_;  // a bit a byte: a code point begins
  std::vector<std::uint32_t> before_block_;  // code points before each block
  std::uint32_t bytes_ = 0;
};

}  // namespace stemma
