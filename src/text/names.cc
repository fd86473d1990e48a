// Names and the entities they stand for.
//
// In scripts with capitals a name is a run of capitalised words with the
// particles between them (name_capitals.cc); in others only what titles and
// lists give away is found (name_lists.cc). Titles are kept apart: those before
// a name become Name::title, those behind a comma the entity's title. Lists of
// forenames, places and words such as "Ministry" tell persons, places and
// bodies apart; a name that none of them knows stays of unknown kind. The
// mentions of one report are then joined (name_entities.cc): "Sudani" to the
// latest full name that ends so, "EU" to the body it abbreviates; two different
// forenames are two entities. Gender is taken from titles, then forenames,
// then the pronouns that follow.
#include "text/names.h"

#include "text/name_entities.h"
#include "text/name_spans.h"
#include "text/token_view.h"

namespace stemma::text {

NameFindings find_names(std::string_view text, std::span<const Token> tokens,
                        std::span<const Sentence> sentences,
                        std::string_view language) {
  const TokenView view(text, tokens);
  const std::string_view known = lexicon_language(language);
  const bool no_capitals = language == "ar" || language == "fa" ||
                           language == "zh" || language == "ja";
  const auto mentions = no_capitals
                            ? find_uncapitalised_names(view, sentences, known)
                            : find_capitalised_names(view, sentences, known);
  return join_mentions(view, sentences, mentions, known);
}

}  // namespace stemma::text
