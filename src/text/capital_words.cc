// What the capitals of a report's words tell.
#include "text/capital_words.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "text/characters.h"
#include "text/word.h"

namespace stemma::text {

CapitalWords::CapitalWords(const TokenView& view,
                           std::span<const Sentence> sentences,
                           std::string_view language)
    : view_(view),
      words_(name_words(language)),
      nouns_have_capitals_(language == "de"),
      syllables_are_words_(language == "vi"),
      roles_(view, sentences, words_),
      shouted_(sentences.size(), false) {
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    note_sentence(sentences[s], s);
  }
  if (nouns_have_capitals_) note_german();
}

void CapitalWords::note_sentence(const Sentence& sentence, std::uint32_t s) {
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;
  std::uint32_t all_capitals = 0;
  for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
    const Token& token = view_[i];
    if (token.kind != TokenKind::kWord || token.function_word) continue;
    ++words;
    capitals += token.capitalised ? 1 : 0;
    all_capitals += token.all_capitals ? 1 : 0;
  }
  const bool heading = sentence.kind == SentenceKind::kHeading;
  const bool mostly = nouns_have_capitals_ ? false
                      : heading            ? capitals * 10 >= words * 6
                                : words >= 6 && capitals * 20 >= words * 19;
  shouted_[s] =
      (words >= 3 && mostly) || (words >= 2 && all_capitals * 10 >= words * 8);
  if (shouted_[s]) return;
  for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
    const Token& token = view_[i];
    if (token.kind != TokenKind::kWord) continue;
    if (!token.capitalised && !has_prefixed_capital(i)) {
      lower_.insert(token.fold);
    } else if (!roles_.initial[i] && !nouns_have_capitals_) {
      note_name(i);
    }
  }
}

void CapitalWords::note_name(std::uint32_t i) {
  capital_.insert(view_[i].fold);
  const std::string_view written = view_.written(i);
  const bool may_have_hyphen =
      std::any_of(written.begin(), written.end(), [](char byte) {
        return byte == '-' || static_cast<signed char>(byte) < 0;
      });
  if (!may_have_hyphen) return;
  const std::string folded = view_.folded(i);
  const std::size_t hyphen = folded.rfind('-');
  if (hyphen != std::string::npos) {
    capital_.insert(hash_bytes(std::string_view{folded}.substr(hyphen + 1)));
  }
}

// German: words after a title or a forename are names. Two nouns in a row
// are rare, so two capitals after a title are forename and surname.
void CapitalWords::note_german() {
  for (std::uint32_t i = 0; i + 1 < view_.size(); ++i) {
    if (roles_.title[i] && view_[i].capitalised && is_capital_word(i + 1) &&
        is_capital_word(i + 2) && same_sentence(i, i + 2) &&
        !roles_.title[i + 1]) {
      note_name(i + 1);
      note_name(i + 2);
    }
    const bool leads =
        is_forename(i) || roles_.honorific[i] ||
        (roles_.title[i] && view_[i].capitalised && is_forename(i + 1));
    if (!leads || !is_capital_word(i + 1) || !same_sentence(i, i + 1)) {
      continue;
    }
    note_name(i + 1);
  }
}

bool CapitalWords::same_sentence(std::uint32_t a, std::uint32_t b) const {
  return b < view_.size() && roles_.sentence[a] == roles_.sentence[b];
}
bool CapitalWords::is_forename(std::uint32_t i) const {
  return i < view_.size() && view_[i].capitalised &&
         words_.may_begin(view_[i].fold) &&
         words_.forename.match(view_.tokens(), i).tokens == 1;
}

// A word with a capital that is neither function word nor day nor month.
bool CapitalWords::is_capital_word(std::uint32_t i) const {
  if (!view_.is_word(i)) return false;
  const Token& token = view_[i];
  if (!token.capitalised) return has_prefixed_capital(i);
  const bool syllable = syllables_are_words_ && !roles_.initial[i];
  if (token.function_word && !syllable) return false;
  if (!words_.may_begin(token.fold)) return true;
  const auto tokens = view_.tokens();
  if (words_.place.match(tokens, i) || words_.forename.match(tokens, i)) {
    return true;
  }
  return !words_.not_name.match(tokens, i) && !is_month(i) &&
         !words_.weekday.match(tokens, i);
}

// "May" is a month unless a capital stands beside it.
bool CapitalWords::is_month(std::uint32_t i) const {
  const auto month = words_.month.match(view_.tokens(), i);
  if (!month) return false;
  if (!month.value->ends_with(" weak")) return true;
  const bool after_name =
      i > 0 && view_[i - 1].capitalised && !view_[i - 1].function_word;
  const bool before_name =
      view_.is_word(i + 1) && (view_[i + 1].capitalised ||
                               words_.particle.match(view_.tokens(), i + 1));
  return !after_name && !before_name;
}

// "al-Sudani"
bool CapitalWords::has_prefixed_capital(std::uint32_t i) const {
  constexpr std::size_t kLongestPrefix = 4;
  const std::string_view written = view_.written(i);
  const std::size_t hyphen = written.find('-');
  if (hyphen == 0 || hyphen > kLongestPrefix || hyphen + 1 >= written.size()) {
    return false;
  }
  return CharacterTable::get().of(decode_valid(written, hyphen + 1).value) ==
         CharClass::kUpper;
}

bool CapitalWords::is_known(std::uint32_t i) const {
  return roles_.place[i] > 0 || is_forename(i) ||
         capital_.contains(view_[i].fold);
}

bool CapitalWords::is_candidate(std::uint32_t i) const {
  if (i >= view_.size() || !is_capital_word(i)) return false;
  const Token& token = view_[i];
  const bool shouted = shouted_[roles_.sentence[i]];
  if (nouns_have_capitals_) {
    return is_known(i) || (token.all_capitals && !shouted) ||
           (i > 0 && roles_.honorific[i - 1]);
  }
  if (!roles_.initial[i] && !shouted) return true;
  if (shouted) return is_known(i) && !lower_.contains(token.fold);
  if (token.all_capitals) return true;
  const bool leads_on = same_sentence(i, i + 1) && is_capital_word(i + 1) &&
                        !lower_.contains(token.fold);
  if (leads_on || roles_.title[i]) return true;
  return is_known(i) && !lower_.contains(token.fold);
}

}  // namespace stemma::text
