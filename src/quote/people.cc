#include "quote/people.h"

#include <algorithm>
#include <map>

namespace stemma::quote {
namespace {

constexpr std::uint32_t kMaxApposition = 9;   // words that describe a name
constexpr std::uint32_t kMaxLeftNouns = 3;    // "her father Leo"
constexpr std::uint32_t kMaxDescription = 5;  // words after the article
constexpr std::uint32_t kMaxBracket = 6;      // "(R-Norvik)"
constexpr std::size_t kMaxBearers = 32;       // of one noun

bool is_person_or_unknown(const Entity& entity) {
  return entity.kind == NameKind::kPerson || entity.kind == NameKind::kUnknown;
}

bool may_be_person(const Entity& entity) {
  return entity.kind == NameKind::kPerson ||
         (entity.kind == NameKind::kUnknown &&
          entity.full_name.find(' ') != std::string::npos);
}

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
    const auto found = by_forename.find(entities[i].full_name);
    if (is_person_or_unknown(entities[i]) && found != by_forename.end() &&
        found->second.size() == 1) {
      bearers[i] = found->second.front();
    }
  }
  return bearers;
}

}  // namespace

bool People::is_plain_noun(std::uint32_t token) const {
  const Token& t = reading_.tokens()[token];
  return t.kind == TokenKind::kWord && !t.function_word &&
         (!t.capitalised || words_.nouns_have_capitals());
}

People::People(const Reading& reading)
    : reading_(reading),
      words_(who_words_of(reading.analysis->language)),
      bearer_of_(find_bearers(reading.analysis->entities)),
      places_(bearer_of_.size()) {
  for (const Name& name : reading.analysis->names) {
    if (name.entity >= bearer_of_.size()) continue;
    describe(name);
    add_surname(name);
  }
  find_mentions();
}

void People::add_surname(const Name& name) {
  const bool whole = name.last_token >= name.first_token + 2 &&
                     entity(name.entity).kind == NameKind::kPerson;
  if (!whole) return;
  const auto [known, fresh] = by_surname_.try_emplace(
      reading_.tokens()[name.last_token - 1].fold, name.entity);
  if (!fresh && known->second != name.entity) known->second = kNobody;
}

std::uint32_t People::of_surname(std::uint64_t word) const {
  const auto found = by_surname_.find(word);
  return found == by_surname_.end() ? kNobody : found->second;
}

void People::describe(const Name& name) {
  describe_by_title(name);
  describe_by_apposition(name);
  describe_from_left(name);
  if (entity(name.entity).kind == NameKind::kPerson) return;
  // "the Foreign Ministry" may be called "the ministry".
  for (std::uint32_t i = name.first_token; i < name.last_token; ++i) {
    const std::uint64_t word = reading_.tokens()[i].fold;
    if (words_.is(word, kBodyWord)) add_noun(name.entity, word);
  }
}

void People::describe_by_title(const Name& name) {
  if (name.title.empty()) return;
  const auto tokens = reading_.tokens();
  for (std::uint32_t i = name.first_token;
       i > 0 && tokens[i - 1].span.begin >= name.title.begin; --i) {
    add_noun(name.entity, tokens[i - 1].fold);
  }
  for (std::uint32_t i = name.first_token;
       i < name.last_token && tokens[i].span.end <= name.title.end; ++i) {
    add_noun(name.entity, tokens[i].fold);
  }
}

// "Ana Ruiz (N-Norvik), the transport minister"
void People::describe_by_apposition(const Name& name) {
  const auto tokens = reading_.tokens();
  std::uint32_t i = name.last_token;
  if (i < tokens.size() && reading_.clue(i).mark == Mark::kBracket) {
    const std::uint32_t limit = std::min<std::uint32_t>(
        i + kMaxBracket, static_cast<std::uint32_t>(tokens.size()));
    ++i;
    describe_by_initial(name.entity, i);
    while (i < limit && reading_.clue(i).mark != Mark::kBracket) ++i;
    ++i;
  }
  if (i >= tokens.size() || reading_.clue(i).mark != Mark::kComma) return;
  const std::uint32_t limit = std::min<std::uint32_t>(
      i + kMaxApposition, static_cast<std::uint32_t>(tokens.size()));
  const std::uint32_t first = ++i;
  describe_by_initial(name.entity, first);
  // "Their guide, Ana Ruiz, led the minister away" describes by "guide" only.
  const bool described =
      name.first_token > 0 &&
      reading_.clue(name.first_token - 1).mark == Mark::kComma;
  if (described && first < limit && !reading_.is(first, kArticle)) return;
  for (; i < limit && reading_.clue(i).mark == Mark::kNone; ++i) {
    if (reading_.is(i, kPronoun)) return;  // "Ruiz, who chairs"
    const bool another = i > first && reading_.is(i, kArticle) &&
                         !reading_.is(i - 1, kPreposition | kOfWord);
    if (another) return;  // "Ruiz, leading the minister away"
    if (is_plain_noun(i)) add_noun(name.entity, tokens[i].fold);
  }
}

// "(R-Norvik)", "R-Norvik": the letter stands for a noun.
void People::describe_by_initial(std::uint32_t entity, std::uint32_t token) {
  const auto tokens = reading_.tokens();
  if (token >= tokens.size() || tokens[token].kind != TokenKind::kWord) return;
  const std::string_view word = slice(reading_.text, tokens[token].span);
  const std::size_t dash = word.find('-');
  if (dash != 1 && word.size() != 1) return;
  if (const auto noun = words_.of_letter(word.front())) add_noun(entity, *noun);
}

// "her father Leo", "the transport minister, Ana Ruiz,"
void People::describe_from_left(const Name& name) {
  const auto tokens = reading_.tokens();
  std::uint32_t i = name.first_token;
  if (!name.title.empty()) return;
  const bool comma = i > 0 && reading_.clue(i - 1).mark == Mark::kComma;
  if (comma) --i;
  for (std::uint32_t n = 0; n < kMaxLeftNouns && i > 0; ++n, --i) {
    if (!is_plain_noun(i - 1)) return;
    const std::uint64_t noun = tokens[i - 1].fold;
    if (n == 0 && comma && !words_.is(noun, kTitleNoun)) return;
    add_noun(name.entity, noun);
  }
}

void People::add_noun(std::uint32_t entity, std::uint64_t noun) {
  const auto add = [&](std::uint64_t one) {
    Bearers& bearers = by_noun_[one];
    const bool known =
        std::find(bearers.begin(), bearers.end(), entity) != bearers.end();
    if (!known && bearers.size() < kMaxBearers) bearers.push_back(entity);
  };
  add(noun);
  for (const std::uint64_t other : words_.also_called(noun)) add(other);
}

bool People::is_owner(const Name& name) const {
  if (name.last_token == 0) return false;
  const Span last_span = reading_.tokens()[name.last_token - 1].span;
  const std::string_view last = slice(reading_.text, last_span);
  const std::string_view rest = reading_.text.substr(last_span.end);
  return last.ends_with("'s") || last.ends_with("\xE2\x80\x99s") ||
         last.ends_with("s'") || last.ends_with("s\xE2\x80\x99") ||
         (last.ends_with('s') &&
          (rest.starts_with("' ") || rest.starts_with("\xE2\x80\x99 ")));
}

void People::find_mentions() {
  const auto& names = reading_.analysis->names;
  const auto size = static_cast<std::uint32_t>(reading_.tokens().size());
  std::size_t k = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    while (k < names.size() && names[k].first_token < i) ++k;
    if (k < names.size() && names[k].first_token == i) {
      add_name(names[k]);
    } else if (reading_.is(i, kArticle) && !reading_.is(i, kIndefinite) &&
               !reading_.spoken(i)) {
      add_description(i);
    }
  }
  std::stable_sort(mentions_.begin(), mentions_.end(),
                   [](const Mention& a, const Mention& b) {
                     return a.tokens.first < b.tokens.first;
                   });
}

void People::add_name(const Name& name) {
  if (name.entity >= bearer_of_.size()) return;
  const std::uint32_t who = bearer_of_[name.entity];
  if (reading_.spoken(name.first_token)) return;
  places_[who].push_back(name.first_token);
  if (who != name.entity) places_[name.entity].push_back(name.first_token);
  if (is_owner(name)) return;
  Range tokens{name.first_token, name.last_token};
  while (!name.title.empty() && tokens.first > 0 &&
         reading_.tokens()[tokens.first - 1].span.begin >= name.title.begin) {
    --tokens.first;
  }
  mentions_.push_back({tokens, who, false});
}

// "the governor of Norvik" where a person of the report is called governor.
void People::add_description(std::uint32_t article) {
  const auto tokens = reading_.tokens();
  std::uint32_t who = kNobody;
  std::uint32_t last = article + 1;
  for (std::uint32_t i = article + 1;
       i < tokens.size() && i <= article + kMaxDescription; ++i) {
    if (tokens[i].kind != TokenKind::kWord || tokens[i].function_word ||
        reading_.spoken(i)) {
      break;
    }
    // An owner: "the governor's office" is not the governor.
    const std::string_view word = slice(reading_.text, tokens[i].span);
    if (word.ends_with("'s") || word.ends_with("\xE2\x80\x99s")) return;
    who = words_.is(tokens[i].fold, kTitleNoun)
              ? called(tokens[i].fold, article)
              : kNobody;
    last = i + 1;
  }
  if (who == kNobody) return;
  // A name at the end of the phrase is found as a name.
  if (tokens[last - 1].capitalised && !tokens[article + 1].capitalised) {
    return;
  }
  places_[who].push_back(article);
  mentions_.push_back({{article, last}, who, true});
}

std::size_t People::first_from(std::uint32_t token) const {
  const auto found = std::lower_bound(
      mentions_.begin(), mentions_.end(), token,
      [](const Mention& a, std::uint32_t at) { return a.tokens.first < at; });
  return static_cast<std::size_t>(found - mentions_.begin());
}

std::uint32_t People::last_called(const Bearers& bearers, std::uint32_t token,
                                  NameKind kind) const {
  std::uint32_t best = kNobody;
  std::uint32_t best_place = 0;
  for (const std::uint32_t one : bearers) {
    const std::uint32_t who = bearer_of_[one];
    const Entity& is = entity(who);
    if (kind == NameKind::kPerson ? !may_be_person(is) : is.kind != kind) {
      continue;
    }
    const auto& places = places_[who];
    const auto after = std::lower_bound(places.begin(), places.end(), token);
    if (after == places.begin()) continue;
    const std::uint32_t place = *std::prev(after);
    if (best != kNobody && place <= best_place) continue;
    best = who;
    best_place = place;
  }
  return best;
}

std::uint32_t People::called(std::uint64_t noun, std::uint32_t token) const {
  const auto found = by_noun_.find(noun);
  if (found == by_noun_.end()) return kNobody;
  return last_called(found->second, token, NameKind::kPerson);
}

std::uint32_t People::body_called(std::uint64_t noun,
                                  std::uint32_t token) const {
  const auto found = by_noun_.find(noun);
  if (found == by_noun_.end()) return kNobody;
  return last_called(found->second, token, NameKind::kOrganisation);
}

}  // namespace stemma::quote
