// Is this a report of one event, or of many?
#pragma once

#include <span>
#include <string_view>

#include "stemma/types/analysis.h"

namespace stemma::story {

// True where a title says that what follows tells of several events: "News in
// brief", "Morning headlines: ..." (the lexicon's round_up_title, at the end of
// the title or before a mark, so that "Round-up of cattle ends" is none).
// `tokens` are those of the title.
bool is_round_up(std::span<const Token> tokens, std::string_view language);

}  // namespace stemma::story
