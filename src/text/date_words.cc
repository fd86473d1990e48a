#include "text/date_words.h"

namespace stemma::text {

DateWords::DateWords(std::string_view language)
    : month(language, "month"),
      solar_month(language, "solar_month"),
      weekday(language, "weekday"),
      weekday_short(language, "weekday_short"),
      relative_day(language, "relative_day"),
      relative_period(language, "relative_period"),
      direction(language, "date_direction"),
      future(language, "future_cue"),
      month_cue(language, "month_cue"),
      weekday_cue(language, "weekday_cue"),
      year_cue(language, "year_cue"),
      year_follows(language, "year_follows"),
      link(language, "date_link"),
      ordinal_suffix(language, "ordinal_suffix") {
  for (const PhraseTable* table :
       {&month, &solar_month, &weekday, &weekday_short, &relative_day,
        &relative_period, &direction, &future, &month_cue, &weekday_cue,
        &year_cue, &link}) {
    table->add_first_words(first_words);
  }
}

const DateWords& date_words(std::string_view language) {
  return by_language<DateWords>(language);
}

}  // namespace stemma::text
