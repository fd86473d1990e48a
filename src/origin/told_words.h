// How much of a text is somebody's speech, by plain rules.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "stemma/types/analysis.h"

namespace stemma::origin {

// The number of words in sentences that hold a word in quotation marks
// (Token::quoted) or one that mostly reports speech (the lexicon's `cue`, from
// a share of 0.7 on), whatever the rest of the sentence is. `sentence_of`
// numbers the sentence of each token, ascending.
std::uint32_t told_words(std::string_view language,
                         std::span<const Token> tokens,
                         std::span<const std::uint32_t> sentence_of);

}  // namespace stemma::origin
