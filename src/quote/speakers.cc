#include "quote/speakers.h"

#include <algorithm>

namespace stemma::quote {
namespace {

constexpr std::uint32_t kMaxApposition = 8;  // words that describe a name
constexpr std::uint32_t kMaxBodyWords = 8;
constexpr std::uint32_t kPronounParagraphs = 3;
constexpr std::size_t kMaxSentencesBack = 40;  // looked at for a pronoun

bool is_word(const Token& token) { return token.kind == TokenKind::kWord; }

bool describes(const Reading& reading, std::uint32_t token) {
  const Token& t = reading.tokens()[token];
  return is_word(t) && !t.function_word && !t.capitalised;
}

std::string trimmed_article(const Reading& reading, Range range) {
  while (range.size() > 1 && reading.is(range.first, kArticle)) ++range.first;
  return std::string(slice(reading.text, reading.span_of(range)));
}

}  // namespace

SpeakerFinder::SpeakerFinder(const Reading& reading)
    : reading_(reading), described_by_(reading.analysis->entities.size()) {
  const auto tokens = reading.tokens();
  for (const Name& name : reading.analysis->names) {
    if (name.entity >= described_by_.size()) continue;
    auto& words = described_by_[name.entity];
    if (words.size() > 64) continue;
    if (!name.title.empty()) {
      for (std::uint32_t i = name.first_token;
           i > 0 && tokens[i - 1].span.begin >= name.title.begin; --i) {
        words.push_back(tokens[i - 1].fold);
      }
      for (std::uint32_t i = name.first_token;
           i < name.last_token && tokens[i].span.end <= name.title.end; ++i) {
        words.push_back(tokens[i].fold);
      }
    }
    if (name.last_token < tokens.size() &&
        reading.clue(name.last_token).mark == Mark::kComma) {
      for (std::uint32_t i = name.last_token + 1;
           i < tokens.size() && i < name.last_token + kMaxApposition &&
           reading.clue(i).mark == Mark::kNone;
           ++i) {
        if (describes(reading, i)) words.push_back(tokens[i].fold);
      }
    }
  }
}

Speaker SpeakerFinder::find(const Draft& draft) {
  if (draft.source.empty()) {
    if (!draft.inherits) return {};
    return last_;
  }
  last_ = of_source(draft.source);
  return last_;
}

Speaker SpeakerFinder::remember(std::uint32_t entity, std::uint32_t at) {
  last_entity_ = entity;
  last_token_ = at;
  return {this->entity(entity).full_name, ""};
}

Speaker SpeakerFinder::of_source(Range source) {
  for (std::uint32_t i = source.first; i < source.last; ++i) {
    if (reading_.is(i, kSpokesperson)) return spokesperson(source);
  }
  const std::uint32_t person = named_in(source, NameKind::kPerson);
  if (person != kNobody) return remember(person, source.first);
  if (source.size() <= 2 && reading_.is(source.last - 1, kPronoun)) {
    const std::uint32_t last = source.last - 1;
    const Gender gender = reading_.is(last, kMalePronoun) ? Gender::kMale
                          : reading_.is(last, kFemalePronoun)
                              ? Gender::kFemale
                              : Gender::kUnknown;
    if (gender == Gender::kUnknown) return {};
    const std::uint32_t meant = by_pronoun(source, gender);
    if (meant == kNobody) return {};
    return remember(meant, source.first);
  }
  const std::uint32_t titled = by_title(source);
  if (titled != kNobody) return remember(titled, source.first);
  const std::uint32_t other = named_in(source, NameKind::kUnknown);
  if (other != kNobody) return remember(other, source.first);
  return {body_in(source), ""};
}

// "a spokesman for X", "X spokeswoman Ann Lee", "Ann Lee, spokeswoman of X".
Speaker SpeakerFinder::spokesperson(Range source) const {
  std::uint32_t word = source.first;
  while (word < source.last && !reading_.is(word, kSpokesperson)) ++word;
  Speaker speaker;
  const auto& names = reading_.analysis->names;
  for (std::size_t k = first_name_from(source.first);
       k < names.size() && names[k].first_token < source.last; ++k) {
    const Name& name = names[k];
    if (name.entity >= described_by_.size()) continue;
    bool represented = is_owner(name);
    for (std::uint32_t i = word; i < name.first_token; ++i) {
      represented |= reading_.is(i, kOfWord);
    }
    represented |= name.last_token == word;
    const Entity& who = entity(name.entity);
    represented |=
        who.kind == NameKind::kOrganisation || who.kind == NameKind::kPlace;
    std::string& field = represented ? speaker.on_behalf_of : speaker.name;
    if (field.empty()) field = who.full_name;
  }
  return speaker;
}

std::size_t SpeakerFinder::first_name_from(std::uint32_t token) const {
  const auto& names = reading_.analysis->names;
  const auto found = std::lower_bound(
      names.begin(), names.end(), token,
      [](const Name& a, std::uint32_t at) { return a.first_token < at; });
  return static_cast<std::size_t>(found - names.begin());
}

// "Ruiz's lawyer": the name stands in the possessive.
bool SpeakerFinder::is_owner(const Name& name) const {
  if (name.last_token == 0) return false;
  const std::string_view last =
      slice(reading_.text, reading_.tokens()[name.last_token - 1].span);
  return last.ends_with("'s") || last.ends_with("\xE2\x80\x99s") ||
         last.ends_with("s'") || last.ends_with("s\xE2\x80\x99");
}

// The last name of the noun phrase before the first comma or preposition, or,
// where that holds no name, of an apposition: "the leader of the Senate, Ana
// Ruiz", "Ruiz campaign chairman Leo Park of Ohio".
std::uint32_t SpeakerFinder::named_in(Range source, NameKind least) const {
  const auto& names = reading_.analysis->names;
  std::size_t k = first_name_from(source.first);
  for (std::uint32_t first = source.first; first < source.last;) {
    std::uint32_t last = first;
    while (last < source.last && !ends_phrase(last, first)) ++last;
    std::uint32_t head = kNobody;
    for (; k < names.size() && names[k].first_token < last; ++k) {
      const Name& name = names[k];
      if (name.entity >= described_by_.size() || is_owner(name)) continue;
      const NameKind kind = entity(name.entity).kind;
      if (name.last_token < last && kind != NameKind::kPerson) continue;
      const bool enough =
          kind == NameKind::kPerson ||
          (least == NameKind::kUnknown && kind != NameKind::kPlace);
      if (enough) head = name.entity;
    }
    if (head != kNobody) return head;
    while (last < source.last && reading_.clue(last).mark != Mark::kComma) {
      ++last;
    }
    while (k < names.size() && names[k].first_token < last) ++k;
    first = last + 1;
  }
  return kNobody;
}

bool SpeakerFinder::ends_phrase(std::uint32_t token,
                                std::uint32_t first) const {
  if (token == first) return false;
  const Mark mark = reading_.clue(token).mark;
  if (mark == Mark::kComma || mark == Mark::kBracket) return true;
  return reading_.is(token, kPreposition | kOfWord) &&
         !reading_.is(token, kArticle);
}

bool SpeakerFinder::fits(std::uint32_t index, Gender gender) const {
  const Entity& who = entity(index);
  if (who.kind == NameKind::kPlace || who.kind == NameKind::kOrganisation) {
    return false;
  }
  return who.gender == gender ||
         (who.gender == Gender::kUnknown && who.kind == NameKind::kPerson);
}

std::uint32_t SpeakerFinder::paragraph_of(std::uint32_t token) const {
  const auto& sentences = reading_.analysis->sentences;
  const auto after = std::upper_bound(
      sentences.begin(), sentences.end(), token,
      [](std::uint32_t at, const Sentence& s) { return at < s.first_token; });
  return after == sentences.begin() ? 0 : std::prev(after)->paragraph;
}

// Back from the pronoun, sentence by sentence: who speaks in it, else the first
// person named in it outside utterances, as its likely subject.
std::uint32_t SpeakerFinder::by_pronoun(Range source, Gender gender) const {
  const auto& sentences = reading_.analysis->sentences;
  const std::uint32_t here = paragraph_of(source.first);
  const auto after = std::upper_bound(
      sentences.begin(), sentences.end(), source.first,
      [](std::uint32_t at, const Sentence& s) { return at < s.first_token; });
  auto sentence = after;
  for (std::size_t n = 0; n < kMaxSentencesBack; ++n) {
    if (sentence == sentences.begin()) break;
    --sentence;
    if (sentence->paragraph + kPronounParagraphs < here) break;
    const std::uint32_t end = std::min(sentence->last_token, source.first);
    if (last_entity_ != kNobody && last_token_ >= sentence->first_token &&
        last_token_ < end && fits(last_entity_, gender)) {
      return last_entity_;
    }
    const std::uint32_t first =
        first_person_in({sentence->first_token, end}, gender);
    if (first != kNobody) return first;
  }
  return kNobody;
}

std::uint32_t SpeakerFinder::first_person_in(Range range, Gender gender) const {
  const auto& names = reading_.analysis->names;
  for (std::size_t k = first_name_from(range.first);
       k < names.size() && names[k].first_token < range.last; ++k) {
    const Name& name = names[k];
    if (name.entity >= described_by_.size()) continue;
    if (reading_.spoken(name.first_token) || is_owner(name)) continue;
    if (fits(name.entity, gender)) return name.entity;
  }
  return kNobody;
}

// "the minister": the last person before whose title or apposition holds the
// head noun.
std::uint32_t SpeakerFinder::by_title(Range source) const {
  if (!reading_.is(source.first, kArticle)) return kNobody;
  std::uint32_t head = source.first + 1;
  while (head < source.last && !ends_phrase(head, source.first)) ++head;
  if (head < source.first + 2 || !is_word(reading_.tokens()[head - 1])) {
    return kNobody;
  }
  const std::uint64_t noun = reading_.tokens()[head - 1].fold;
  const auto& names = reading_.analysis->names;
  std::size_t k = first_name_from(source.first);
  while (k > 0) {
    const Name& name = names[--k];
    if (name.entity >= described_by_.size()) continue;
    const auto& words = described_by_[name.entity];
    if (entity(name.entity).kind != NameKind::kPlace &&
        std::find(words.begin(), words.end(), noun) != words.end()) {
      return name.entity;
    }
  }
  return kNobody;
}

// The words of a script without capitals, where names cannot be told from
// other words by their looks.
bool SpeakerFinder::is_caseless(Range source) const {
  for (std::uint32_t i = source.first; i < source.last; ++i) {
    const Token& token = reading_.tokens()[i];
    const auto lead =
        static_cast<unsigned char>(reading_.text[token.span.begin]);
    if (lead < 0xD6) return false;  // Latin, Greek, Cyrillic, Armenian
  }
  return true;
}

// A body that is no name of the table: "the Foreign Ministry", "Ruiz's
// campaign". Not "a commentator in the Daily News".
std::string SpeakerFinder::body_in(Range source) const {
  if (reading_.is(source.first, kIndefinite)) return "";
  bool capitals = false;
  for (std::uint32_t i = source.first; i < source.last; ++i) {
    const Token& token = reading_.tokens()[i];
    if (!is_word(token) || reading_.is(i, kPronoun)) return "";
    if (reading_.is(i, kSpokesperson)) return "";
    capitals |= token.capitalised && !token.function_word &&
                (i > source.first || source.size() > 1);
  }
  capitals |= is_caseless(source);
  if (!capitals || source.size() > kMaxBodyWords) return "";
  return trimmed_article(reading_, source);
}

}  // namespace stemma::quote
