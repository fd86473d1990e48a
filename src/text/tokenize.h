// Words of a text, for any script.
#pragma once

#include <string_view>
#include <vector>

#include "stemma/types/analysis.h"

namespace stemma::text {

// Words, numbers and punctuation marks of valid UTF-8, in order. Latin,
// Greek and Cyrillic text by a table; scripts without spaces (Chinese,
// Japanese, Thai, ...) by ICU's dictionaries (Unicode UAX 29).
//
// "don't", "U.S.", "al-Sudani", "1,600.5" and "Euro-Zone" are one token each;
// the "'s" of a possessive is left out of the span's fold and stem but stays
// in the span; the "l'" of French and Italian is a token of its own. Number
// tokens begin with a digit: "12th", "40km" and "06.11.2023" are one, but
// "2023-11-06", "14:05" and "19-year-old" are cut at the marks.
//
// Token::fold is hash_bytes(fold(word)), where the word goes without
// possessive and without the stops of "U.S."; so "U.S." and "US" are equal.
// `language` (ISO 639-1, may be empty) chooses stemmer and function words.
std::vector<Token> tokenize(std::string_view text, std::string_view language);

// The same without stems and function words (stem = fold), for stages that
// compare words as they are. Appends the tokens of `part` of the text.
void append_tokens(std::string_view text, Span part, std::string_view language,
                   std::vector<Token>& tokens);

}  // namespace stemma::text
