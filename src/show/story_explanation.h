// What `stemma stories --explain` prints: what put two reports in one story, or
// kept them apart.
#pragma once

#include <string>

#include "show/terminal.h"
#include "stemma/types/story_explanation.h"

namespace stemma::show {

// One object, without a line break.
void append_story_explanation(const StoryExplanation& explanation,
                              std::string& out);

// The verdict, a table of the evidence for each comparison, the words shared.
std::string story_explanation_text(const StoryExplanation& explanation,
                                   const TextStyle& style);

}  // namespace stemma::show
