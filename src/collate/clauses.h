// Cuts a sentence where it states several things.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "collate/word_classes.h"
#include "stemma/types/witness.h"

namespace stemma::collate {

// Tokens [first, last) of one clause.
struct Clause {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool attribution = false;  // says who said it and nothing else
};

// The clauses of a sentence, which together are all of its tokens. Cut at
// coordination with a new verb, at relative and subordinate clauses, at
// participles after a comma, at semicolons, colons and dashes, and between
// attribution and content of a quotation. A clause has three words or more,
// and a verb where the language's verbs are listed. `quotations` are those
// that reach into the sentence.
std::vector<Clause> cut_clauses(const Witness& witness,
                                const Sentence& sentence,
                                std::span<const Quotation* const> quotations,
                                const WordClasses& classes);

}  // namespace stemma::collate
