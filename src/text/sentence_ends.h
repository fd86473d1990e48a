// Where the sentences of a text end.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "stemma/types/analysis.h"
#include "text/gaps.h"

namespace stemma::text {

// For each token whether a sentence ends with it: at stops, and where lines
// end that are lines of their own. `quoted` tells which marks close. Linear.
std::vector<bool> find_sentence_ends(std::string_view text,
                                     std::span<const Token> tokens,
                                     std::span<const Gap> gaps,
                                     std::span<const QuotedRegion> quoted,
                                     std::string_view language);

// "U.S.", "p.m.": a word token that holds its last stop.
bool ends_in_stop(std::string_view text, const Token& token);

}  // namespace stemma::text
