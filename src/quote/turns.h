// Turns of transcripts and interviews: paragraphs that open with who speaks.
#pragma once

#include <vector>

#include "quote/draft.h"
#include "quote/reading.h"

namespace stemma::quote {

// The turns of a report that prints an exchange ("RUIZ: We knew. HOLM: Why
// ..."), in the order of the text: the label is the source, the colon the cue,
// the rest of the paragraph and those up to the next label the content. An
// exchange has four turns or more, and two labels that come back; none is
// found elsewhere. `verbatim` of every draft is set.
std::vector<Draft> find_turns(const Reading& reading);

// Whether a draft only says again what a turn says: it reaches beyond the
// turn's paragraph, or holds most of it, or speaks of its label.
bool repeats_turn(const Draft& draft, const Draft& turn);

}  // namespace stemma::quote
