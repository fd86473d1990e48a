// Quotation marks of all styles: which character opens and closes what.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stemma/types/analysis.h"
#include "text/gaps.h"

namespace stemma::text {

// A mark that may open or close a quotation: one character, or the pairs
// `` and '' of plain typing.
struct QuoteMark {
  std::uint32_t token = 0;
  std::uint32_t width = 1;  // tokens
  char32_t value = 0;       // kTwoGraves or kTwoStraight for the pairs
  std::uint32_t paragraph = 0;
  bool first_in_paragraph = false;
  bool opens_word = false;       // space or an opening mark before, text after
  bool closes_word = false;      // text before, space or a closing mark after
  bool after_letters = false;    // touches a spaced script's word before it
  bool after_number = false;     // touches a number before it
  bool possessive_like = false;  // as in "the workers' hall"
};

inline constexpr char32_t kTwoGraves = 0xF0001;
inline constexpr char32_t kTwoStraight = 0xF0002;

// The marks of a text in order.
std::vector<QuoteMark> find_quote_marks(std::string_view text,
                                        std::span<const Token> tokens,
                                        std::span<const Gap> gaps);

// True if a mark written `opener` may be closed by one written `closer`.
bool closes(char32_t opener, char32_t closer);

// Marks that only ever open ("(" of the quotation marks).
bool only_opens(char32_t value);
bool only_closes(char32_t value);

// ' and its curly forms, which are apostrophes more often than not.
bool is_single(char32_t value);

}  // namespace stemma::text
