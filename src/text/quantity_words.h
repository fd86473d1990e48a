// The words around numbers, of one language.
#pragma once

#include <string_view>

#include "text/phrases.h"

namespace stemma::text {

struct QuantityWords {
  explicit QuantityWords(std::string_view language);

  PhraseTable bound;        // "more than": about, least or most
  PhraseTable bound_after;  // "or more"
  PhraseTable percent;      // value "pp" for percentage points
  PhraseTable percent_before;
  PhraseTable currency;  // value the code, lower case
  PhraseTable unit;      // value "base factor" or "base factor offset"
  PhraseTable clock;     // "a.m.", "Uhr": am, pm or hour
  PhraseTable clock_before;
  PhraseTable ordinal_suffix;
  PhraseTable ordinal_before;
  PhraseTable skip;         // between number and noun: "more"
  PhraseTable plural_noun;  // plurals that do not end in "s"
  PhraseTable range;        // "to" in "40 to 50"
};

// Built once for each language.
const QuantityWords& quantity_words(std::string_view language);

}  // namespace stemma::text
