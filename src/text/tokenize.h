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
// in the span; the "l'" of French and Italian is a token of its own.
// `language` (ISO 639-1, may be empty) chooses stemmer and function words.
std::vector<Token> tokenize(std::string_view text, std::string_view language);

}  // namespace stemma::text
