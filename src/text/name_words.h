// The words that tell names from other words, of one language.
#pragma once

#include <string_view>

#include "text/phrases.h"

namespace stemma::text {

struct NameWords {
  explicit NameWords(std::string_view language);

  PhraseTable honorific;  // "Mr.", value the gender if it tells it
  PhraseTable honorific_after;
  PhraseTable title_word;    // "prime minister"
  PhraseTable organisation;  // "Ministry"
  PhraseTable place_word;    // "River"
  PhraseTable place_preposition;
  PhraseTable place;     // names of countries and cities
  PhraseTable forename;  // value the gender
  PhraseTable particle;  // "van", "de", "al"
  PhraseTable join;      // "of" in "Ministry of Health"
  PhraseTable not_name;  // capitalised words that are no names
  PhraseTable stop;      // where a name without capitals ends
  PhraseTable month;
  PhraseTable weekday;
  PhraseTable gender_word;  // "she", value the gender

  // False if no list but `particle` begins with this Token::fold.
  bool may_begin(std::uint64_t fold) const {
    return first_words.contains(fold);
  }
  FoldSet first_words;
};

// Built once for each language.
const NameWords& name_words(std::string_view language);

}  // namespace stemma::text
