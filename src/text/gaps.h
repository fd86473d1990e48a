// What stands between two tokens: nothing, space, or a line break, and of
// line breaks whether one is a soft wrap or ends a line of its own.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stemma/types/analysis.h"

namespace stemma::text {

enum class Gap : std::uint8_t {
  kNone,   // the tokens touch
  kSpace,  // on one line
  kWrap,   // a line break that only keeps lines short
  kLine,   // a line break that ends a line of its own
  kBlank,  // an empty line, or the border of the text
};

// One entry more than tokens: [i] is what stands before token i, the last is
// the end of the text. A line break counts as a wrap where lines are at most a
// hundred characters and the first word of the next line would not have fitted
// on this one. Linear.
std::vector<Gap> find_gaps(std::string_view text,
                           std::span<const Token> tokens);

inline bool ends_paragraph(Gap gap) { return gap >= Gap::kLine; }

// True if the token opens a list item: a bullet, dash or label ("1.", "b)")
// followed by a space. `token` is the first of a line.
bool opens_list_item(std::string_view text, std::span<const Token> tokens,
                     std::uint32_t token);

// The character of a punctuation token, 0 for other tokens.
char32_t mark_of(std::string_view text, const Token& token);

}  // namespace stemma::text
