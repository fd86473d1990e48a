// The marks that may stand inside a word.
#pragma once

#include <string_view>

namespace stemma::text {

// ' and the curly marks written for it.
bool is_apostrophe(char32_t value);

// Hyphens that join the parts of a word; dashes do not.
bool is_hyphen(char32_t value);

// True for a folded word that has lost its vowel before an apostrophe and
// stays a word of its own: French "l", "qu", Italian "dell".
bool is_elided(std::string_view folded, std::string_view language);

}  // namespace stemma::text
