// The verbs by which a sentence tells, without an attribution, what somebody
// says or thinks.
#pragma once

#include "stemma/types/witness.h"

namespace stemma::quote {

// Whether a stretch of a sentence, what follows the name of whom it is about or
// an attribution, tells words or thoughts: a verb of saying, thinking or
// feeling among its first three words ("also thanked ..."), after an
// apposition (", the mayor, urged ...") or after "and" ("left and vowed ...").
// The learned word classes tell such verbs, where there are none the cues of
// the lexicon.
bool has_telling_verb(const Witness& witness, Span stretch);

}  // namespace stemma::quote
