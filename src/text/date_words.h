// The words of dates of one language, from the lexicon.
#pragma once

#include <string_view>

#include "text/phrases.h"

namespace stemma::text {

struct DateWords {
  explicit DateWords(std::string_view language);

  PhraseTable month;  // value 1..12, with " weak" where it is a word as well
  PhraseTable solar_month;  // of the Iranian calendar
  PhraseTable weekday;      // 1..7
  PhraseTable weekday_short;
  PhraseTable relative_day;     // days from the day of publication
  PhraseTable relative_period;  // "month -1", "year 0"
  PhraseTable direction;        // "last", "next" beside a weekday or month
  PhraseTable future;           // what follows is yet to come
  PhraseTable month_cue;        // stands before a month
  PhraseTable weekday_cue;      // stands before a weekday, where needed
  PhraseTable year_cue;         // stands before a year
  PhraseTable year_follows;     // stands after a year
  PhraseTable link;             // may stand between the parts of a date
  PhraseTable ordinal_suffix;   // "th"

  // False if no entry of any list begins with this Token::fold.
  bool may_begin(std::uint64_t fold) const {
    return first_words.contains(fold);
  }

  FoldSet first_words;
};

// Built once for each language.
const DateWords& date_words(std::string_view language);

}  // namespace stemma::text
