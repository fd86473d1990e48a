// What does a title number? "The 12th package", "Day 21".
#pragma once

#include <compare>
#include <span>
#include <string_view>
#include <vector>

#include "stemma/types/analysis.h"
#include "story/term.h"

namespace stemma::story {

// Two reports that number the same thing differently tell of two things,
// however alike their words are.
struct TitleNumber {
  Term thing = 0;
  Term number = 0;
  friend auto operator<=>(const TitleNumber&, const TitleNumber&) = default;
};

// Ordinals before a content word, in digits ("12th", "13."), or in words from
// the fourth on, as the first few are said of all kinds of things; and numbers
// after a word that is commonly numbered (the lexicon's numbered_thing).
// `tokens` are those of the title, with stems.
std::vector<TitleNumber> title_numbers(std::string_view title,
                                       std::span<const Token> tokens,
                                       std::string_view language);

}  // namespace stemma::story
