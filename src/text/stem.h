// Stems and function words.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "stemma/types/analysis.h"

namespace stemma::text {

// Fills Token::stem and Token::function_word. Stems are Snowball's of the
// lower-case word, then folded; where a language has no stemmer, stem = fold.
// Each distinct word is stemmed once. A word in capitals within other text
// ("US", "WHO") is no function word.
void add_stems(std::string_view text, std::string_view language,
               std::span<Token> tokens);

// The stem of a word as add_stems() finds it; folded.
std::string stem_of(std::string_view word, std::string_view language);

}  // namespace stemma::text
