// Attributions that stand between the marks of the words they report.
#pragma once

#include <vector>

#include "quote/reading.h"

namespace stemma::quote {

// The stretches of `words` that are no part of what is said, with the marks
// that set them off: French "We wait, a dit Ana Ruiz, and we stay", Russian
// and Spanish with dashes. In order, disjoint; empty in languages whose lists
// have no `interruption`. Linear in the tokens.
std::vector<Range> find_interruptions(const Reading& reading, Range words);

// The paragraphs that open with a dash and hold an interruption, without the
// dash: Spanish and Russian print speech so, without quotation marks.
std::vector<Range> find_dashed_speech(const Reading& reading);

}  // namespace stemma::quote
