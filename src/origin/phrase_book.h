// The phrases of the lexicon that this module looks for.
#pragma once

#include <string_view>

#include "text/phrases.h"

namespace stemma::origin {

// All of one language; see docs/lexicon.md for the categories.
struct PhraseBook {
  explicit PhraseBook(std::string_view language)
      : agency(language, "agency"),
        citation(language, "citation"),
        medium(language, "medium"),
        source_kind(language, "source_kind"),
        take_mark(language, "take_mark") {}

  text::PhraseTable agency;       // value: short name, "" if it is the form
  text::PhraseTable citation;     // value: before, after or both
  text::PhraseTable medium;       // words that names of media hold
  text::PhraseTable source_kind;  // value: statement, release, document, post
  text::PhraseTable take_mark;  // value: take, correction, withheld, withdrawn
};

// Lives as long as the program.
inline const PhraseBook& phrase_book(std::string_view language) {
  return text::by_language<PhraseBook>(language);
}

}  // namespace stemma::origin
