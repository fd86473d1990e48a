// What a user has decided of stories, as kept in a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stemma/error.h"
#include "stemma/types/options.h"

namespace stemma::read {

// Decisions in the form of JSON Lines, {"merge":["id","id",...]} and
// {"split":["id","id",...]}, in the order of the file; blank lines are passed
// over. kMalformed at the first line that is none, with its number as `where`.
Result<std::vector<StoryDecision>> parse_decisions(std::string_view bytes);

// The line of a decision, closed by a line break.
std::string decision_line(const StoryDecision& decision);

}  // namespace stemma::read
