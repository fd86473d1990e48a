#include "quote/speakers.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace stemma::quote {
namespace {

constexpr std::uint32_t kMaxApposition = 8;  // words that describe a name
constexpr std::uint32_t kMaxBodyWords = 8;

bool is_word(const Token& token) { return token.kind == TokenKind::kWord; }

bool describes(const Reading& reading, std::uint32_t token) {
  const Token& t = reading.tokens()[token];
  return is_word(t) && !t.function_word && !t.capitalised;
}

std::string trimmed_article(const Reading& reading, Range range) {
  while (range.size() > 1 && reading.is(range.first, kArticle)) ++range.first;
  return std::string(slice(reading.text, reading.span_of(range)));
}

// For each entity itself, or whom it names by the forename alone: the only
// person whose full name begins with it.
std::vector<std::uint32_t> find_bearers(const std::vector<Entity>& entities) {
  std::map<std::string_view, std::vector<std::uint32_t>> by_forename;
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    const std::string_view name = entities[i].full_name;
    const std::size_t space = name.find(' ');
    if (space == std::string_view::npos) continue;
    if (entities[i].kind != NameKind::kPerson) continue;
    by_forename[name.substr(0, space)].push_back(i);
  }
  std::vector<std::uint32_t> bearers(entities.size());
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    bearers[i] = i;
    const bool can_be_forename = entities[i].kind == NameKind::kPerson ||
                                 entities[i].kind == NameKind::kUnknown;
    const auto found = by_forename.find(entities[i].full_name);
    if (can_be_forename && found != by_forename.end() &&
        found->second.size() == 1) {
      bearers[i] = found->second.front();
    }
  }
  return bearers;
}

}  // namespace

SpeakerFinder::SpeakerFinder(const Reading& reading)
    : reading_(reading),
      described_by_(reading.analysis->entities.size()),
      has_spoken_(described_by_.size(), false),
      bearer_of_(find_bearers(reading.analysis->entities)) {
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
    if (draft.inherits) return last_;
    const std::uint32_t meant = subject_before(draft);
    if (meant == kNobody) return {};
    last_ = remember(meant, draft.content.front().first);
    return last_;
  }
  last_ = of_source(draft.source);
  spoke_at_ = draft.source.first;
  return last_;
}

Speaker SpeakerFinder::remember(std::uint32_t entity, std::uint32_t at) {
  const std::uint32_t bearer = bearer_of_[entity];
  last_entity_ = bearer;
  last_token_ = at;
  has_spoken_[bearer] = true;
  return {this->entity(bearer).full_name, ""};
}

Speaker SpeakerFinder::of_source(Range source) {
  for (std::uint32_t i = source.first; i < source.last; ++i) {
    if (reading_.is(i, kSpokesperson)) return spokesperson(source);
  }
  const std::uint32_t person = named_in(source, NameKind::kPerson);
  if (person != kNobody) return remember(person, source.first);
  if (source.size() <= 2 && reading_.is(source.last - 1, kPronoun)) {
    return of_pronoun(source);
  }
  const std::uint32_t titled = by_title(source);
  if (titled != kNobody) return remember(titled, source.first);
  const std::uint32_t other = named_in(source, NameKind::kUnknown);
  if (other != kNobody) return remember(other, source.first);
  last_entity_ = kNobody;
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
  const std::string_view rest =
      reading_.text.substr(reading_.tokens()[name.last_token - 1].span.end);
  return last.ends_with("'s") || last.ends_with("\xE2\x80\x99s") ||
         last.ends_with("s'") || last.ends_with("s\xE2\x80\x99") ||
         (last.ends_with('s') &&
          (rest.starts_with("' ") || rest.starts_with("\xE2\x80\x99 ")));
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
