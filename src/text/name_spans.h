// Where names stand in a text, before they are joined to entities.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stemma/types/analysis.h"
#include "text/name_words.h"
#include "text/token_view.h"

namespace stemma::text {

// One name as found.
struct NameMention {
  Name name;           // the entity is not set yet
  Span apposed_title;  // "minister of health" in "Ana Ruiz, the minister of
                       // health"; empty if none
  NameKind kind = NameKind::kUnknown;
  Gender gender = Gender::kUnknown;
  bool after_place_preposition = false;
  std::int32_t acronym_of = -1;  // mention it stands behind in brackets
};

// What each token is to a name.
struct TokenRoles {
  explicit TokenRoles(const TokenView& view,
                      std::span<const Sentence> sentences,
                      const NameWords& words);

  std::vector<std::uint32_t> sentence;  // index, of each token
  std::vector<bool> title;              // part of "prime minister", "Mr."
  std::vector<bool> honorific;          // part of "Mr."
  std::vector<std::uint8_t> place;      // tokens of the place that begins here
  std::vector<bool> initial;  // capital says nothing: begins a sentence
};

// Names by their capitals (Latin, Greek, Cyrillic ... script).
std::vector<NameMention> find_capitalised_names(
    const TokenView& view, std::span<const Sentence> sentences,
    std::string_view language);

// Names by the titles beside them and by lists, for scripts without capitals.
std::vector<NameMention> find_uncapitalised_names(
    const TokenView& view, std::span<const Sentence> sentences,
    std::string_view language);

// Kind and gender of a mention from its words and its title.
void judge_mention(const TokenView& view, const NameWords& words,
                   NameMention& mention);

// The tokens [first, last) as a span, without the "'s" of a possessive.
Span name_span(const TokenView& view, std::uint32_t first, std::uint32_t last);

Gender gender_of(const PhraseTable::Match& match);

}  // namespace stemma::text
