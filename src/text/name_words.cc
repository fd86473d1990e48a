#include "text/name_words.h"

namespace stemma::text {

NameWords::NameWords(std::string_view language)
    : honorific(language, "honorific"),
      honorific_after(language, "honorific_after"),
      title_word(language, "title_word"),
      organisation(language, "org_cue"),
      place_word(language, "place_cue"),
      place_preposition(language, "place_preposition"),
      place(language, "place"),
      forename(language, "forename"),
      particle(language, "name_particle"),
      join(language, "name_join"),
      not_name(language, "not_name"),
      stop(language, "name_stop"),
      month(language, "month"),
      weekday(language, "weekday"),
      gender_word(language, "gender_word") {
  for (const PhraseTable* table :
       {&honorific, &honorific_after, &title_word, &organisation, &place_word,
        &place_preposition, &place, &forename, &not_name, &month, &weekday,
        &gender_word}) {
    table->add_first_words(first_words);
  }
}

const NameWords& name_words(std::string_view language) {
  return by_language<NameWords>(language);
}

}  // namespace stemma::text
