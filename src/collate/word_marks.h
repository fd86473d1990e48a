// Phrases that change what the words near them say.
#pragma once

#include <string_view>

#include "text/phrases.h"

namespace stemma::collate {

struct WordMarks {
  explicit WordMarks(std::string_view language)
      : hedge(language, "hedge"), cause(language, "cause_marker") {}

  text::PhraseTable hedge;  // "allegedly", "is said to"
  text::PhraseTable cause;  // "because of"
};

// Of a language; lives as long as the program.
inline const WordMarks& word_marks(std::string_view language) {
  return text::by_language<WordMarks>(language);
}

}  // namespace stemma::collate
