// What of a word token counts for comparing it.
#pragma once

#include <string>
#include <string_view>

namespace stemma::text {

// The word without the "'s" of a possessive. A view into `word`.
std::string_view without_possessive(std::string_view word);

// The folded form whose hash is Token::fold: without possessive, and without
// the stops of abbreviations such as "U.S.".
std::string folded_word(std::string_view word);

}  // namespace stemma::text
