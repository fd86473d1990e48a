#include "text/name_spans.h"
#include "text/word.h"

namespace stemma::text {
namespace {

// Marks after which a capital letter is due whatever the word.
bool opens(std::string_view mark) {
  return mark == "\"" || mark == "'" || mark == ":" || mark == "-" ||
         mark == "(" || mark == "*" || mark == "\xE2\x80\x9C" ||
         mark == "\xE2\x80\x98" || mark == "\xE2\x80\x9E" ||
         mark == "\xE2\x80\x9A" || mark == "\xC2\xAB" || mark == "\xC2\xBB" ||
         mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94" ||
         mark == "\xE2\x80\xA2" || mark == "\xC2\xBF" || mark == "\xC2\xA1";
}

// "Dan Senor said": a capitalised word right after a forename, with no other
// name after it, is a surname even if it is a title elsewhere.
bool is_surname(const TokenView& view, const NameWords& words,
                std::uint32_t i) {
  if (i == 0 || !view[i].capitalised || !view[i - 1].capitalised) return false;
  if (i + 1 < view.size() && view[i + 1].capitalised) return false;
  return static_cast<bool>(words.forename.match(view.tokens(), i - 1));
}

}  // namespace

TokenRoles::TokenRoles(const TokenView& view,
                       std::span<const Sentence> sentences,
                       const NameWords& words)
    : sentence(view.size(), 0),
      title(view.size(), false),
      honorific(view.size(), false),
      place(view.size(), 0),
      initial(view.size(), false) {
  const auto tokens = view.tokens();
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    bool first = true;
    for (std::uint32_t i = sentences[s].first_token;
         i < sentences[s].last_token; ++i) {
      sentence[i] = s;
      if (tokens[i].kind == TokenKind::kPunctuation) continue;
      initial[i] = first || opens(view.written(i - 1));
      first = false;
    }
  }
  for (std::uint32_t i = 0; i < view.size(); ++i) {
    if (!words.may_begin(tokens[i].fold) || is_surname(view, words, i)) {
      continue;
    }
    const auto role = words.title_word.match(tokens, i);
    const auto mister = words.honorific.match(tokens, i);
    for (std::uint32_t k = 0; k < role.tokens; ++k) title[i + k] = true;
    for (std::uint32_t k = 0; k < mister.tokens; ++k) {
      title[i + k] = true;
      honorific[i + k] = true;
    }
    place[i] = static_cast<std::uint8_t>(words.place.match(tokens, i).tokens);
  }
}

Gender gender_of(const PhraseTable::Match& match) {
  if (!match) return Gender::kUnknown;
  if (*match.value == "female") return Gender::kFemale;
  return *match.value == "male" ? Gender::kMale : Gender::kUnknown;
}

Span name_span(const TokenView& view, std::uint32_t first, std::uint32_t last) {
  const Span end = view[last - 1].span;
  const auto size = static_cast<std::uint32_t>(
      without_possessive(view.written(last - 1)).size());
  return {view[first].span.begin, end.begin + size};
}

void judge_mention(const TokenView& view, const NameWords& words,
                   NameMention& mention) {
  const auto tokens = view.tokens();
  const std::uint32_t first = mention.name.first_token;
  const std::uint32_t last = mention.name.last_token;
  const bool place = words.place.match(tokens, first).tokens == last - first;
  bool place_word = false;
  for (std::uint32_t i = first; i < last && !place; ++i) {
    if (words.organisation.match(tokens, i)) {
      mention.kind = NameKind::kOrganisation;
      return;
    }
    place_word = place_word || words.place_word.match(tokens, i);
  }
  const auto forename = words.forename.match(tokens, first);
  const bool titled = !mention.name.title.empty();
  if (titled || (forename && last - first > 1)) {
    mention.kind = NameKind::kPerson;
    const Gender by_forename = gender_of(forename);
    if (mention.gender == Gender::kUnknown) mention.gender = by_forename;
    return;
  }
  if (place || place_word) {
    mention.kind = NameKind::kPlace;
    return;
  }
  for (std::uint32_t i = first + 1; i + 1 < last; ++i) {
    if (words.particle.match(tokens, i)) mention.kind = NameKind::kPerson;
  }
}

}  // namespace stemma::text
