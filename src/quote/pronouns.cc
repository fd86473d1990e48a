// Whom a pronoun means, and who speaks where no source is named: the person
// whose last mentions weigh most. A mention, by name or by description, weighs
// more if its person has spoken before, is known to have the gender of the
// pronoun, or opens the sentence, and less with each sentence between.
// Sentences within an utterance do not count as between.
#include <algorithm>

#include "quote/speakers.h"

namespace stemma::quote {
namespace {

constexpr std::uint32_t kPronounParagraphs = 3;
constexpr int kMaxSentencesBack = 40;
constexpr int kMaxSteps = 12;
constexpr int kUnfit = -1000;
constexpr int kGenderWorth = 4;             // the gender is known and the same
constexpr int kSpeakerWorth = 4;            // has spoken before
constexpr int kOpensWorth = 2;              // opens its sentence
constexpr int kSentenceCost = 2;            // for each sentence between
constexpr std::uint32_t kMaxRelative = 12;  // tokens from a name to its "who"

bool is_full_name(std::string_view name) {
  return name.find(' ') != std::string_view::npos;
}

}  // namespace

bool SpeakerFinder::fits(std::uint32_t index, Gender gender) const {
  const Entity& who = entity(index);
  if (who.kind == NameKind::kPlace || who.kind == NameKind::kOrganisation) {
    return false;
  }
  if (who.gender == gender) return true;
  if (who.gender != Gender::kUnknown) return false;
  return is_full_name(who.full_name) &&
         (who.kind == NameKind::kPerson || has_spoken_[index]);
}

int SpeakerFinder::fitness_of(std::uint32_t who, Gender gender) const {
  if (!fits(who, gender)) return kUnfit;
  return (entity(who).gender == gender ? kGenderWorth : 0) +
         (has_spoken_[who] ? kSpeakerWorth : 0);
}

std::uint32_t SpeakerFinder::paragraph_of(std::uint32_t token) const {
  const auto& sentences = reading_.analysis->sentences;
  const auto after = std::upper_bound(
      sentences.begin(), sentences.end(), token,
      [](std::uint32_t at, const Sentence& s) { return at < s.first_token; });
  return after == sentences.begin() ? 0 : std::prev(after)->paragraph;
}

Range SpeakerFinder::sentence_of(std::uint32_t token) const {
  const auto& sentences = reading_.analysis->sentences;
  const auto after = std::upper_bound(
      sentences.begin(), sentences.end(), token,
      [](std::uint32_t at, const Sentence& s) { return at < s.first_token; });
  if (after == sentences.begin()) return {token, token};
  return {std::prev(after)->first_token, std::prev(after)->last_token};
}

Speaker SpeakerFinder::of_pronoun(Range source) {
  const std::uint32_t last = source.last - 1;
  const Gender gender = reading_.is(last, kMalePronoun)     ? Gender::kMale
                        : reading_.is(last, kFemalePronoun) ? Gender::kFemale
                                                            : Gender::kUnknown;
  std::uint32_t meant = kNobody;
  if (gender != Gender::kUnknown) {
    meant = by_pronoun(source.first, gender);
  } else if (reading_.is(last, kClauseWord)) {
    meant = named_before(source);
  }
  if (meant != kNobody) {
    return remember(meant, source.first, SpeakerBasis::kPronoun);
  }
  // "The Ostland leader said ... He added": whom only a description names;
  // "The company said ... They added": a body or several persons.
  const bool described =
      !last_.name.empty() &&
      (last_entity_ == kNobody ||
       (gender == Gender::kUnknown &&
        entity(last_entity_).kind == NameKind::kOrganisation));
  const bool near =
      paragraph_of(spoke_at_) + kPronounParagraphs > paragraph_of(source.first);
  if (!described || !near || reading_.is(last, kClauseWord)) return {};
  Speaker speaker = last_;
  speaker.basis = SpeakerBasis::kPronoun;
  return speaker;
}

std::uint32_t SpeakerFinder::by_pronoun(std::uint32_t at, Gender gender) const {
  const auto& sentences = reading_.analysis->sentences;
  const auto& mentions = people_.mentions();
  const std::uint32_t here = paragraph_of(at);
  auto sentence = std::upper_bound(sentences.begin(), sentences.end(), at,
                                   [](std::uint32_t token, const Sentence& s) {
                                     return token < s.first_token;
                                   });
  std::uint32_t best = kNobody;
  int best_fitness = kUnfit;
  int steps = 0;
  for (int n = 0; n < kMaxSentencesBack && steps < kMaxSteps; ++n) {
    if (sentence == sentences.begin()) break;
    --sentence;
    if (sentence->paragraph + kPronounParagraphs < here) break;
    const std::uint32_t end = std::min(sentence->last_token, at);
    const auto consider = [&](std::uint32_t who, int fitness) {
      fitness -= steps * kSentenceCost;
      if (fitness <= best_fitness) return;
      best_fitness = fitness;
      best = who;
    };
    if (last_entity_ != kNobody && last_token_ >= sentence->first_token &&
        last_token_ < end && fits(last_entity_, gender)) {
      consider(last_entity_, fitness_of(last_entity_, gender) + kOpensWorth);
    }
    bool first = true;
    for (std::size_t k = people_.first_from(sentence->first_token);
         k < mentions.size() && mentions[k].tokens.first < end; ++k) {
      const int fitness = fitness_of(mentions[k].entity, gender);
      if (fitness == kUnfit) continue;
      consider(mentions[k].entity, fitness + (first ? kOpensWorth : 0));
      first = false;
    }
    const bool within_utterance = sentence->first_token < end &&
                                  reading_.spoken(sentence->first_token) &&
                                  reading_.spoken(end - 1);
    steps += within_utterance ? 0 : 1;
  }
  return best;
}

// "Ana Ruiz of Ostland, who said": the last person before the pronoun.
std::uint32_t SpeakerFinder::named_before(Range source) const {
  const auto& mentions = people_.mentions();
  const std::uint32_t begin = sentence_of(source.first).first;
  for (std::size_t k = people_.first_from(source.first); k > 0; --k) {
    const Mention& one = mentions[k - 1];
    if (one.tokens.first < begin) break;
    if (one.tokens.last + kMaxRelative < source.first) break;
    if (entity(one.entity).kind == NameKind::kPerson) return one.entity;
  }
  return kNobody;
}

// The token opens the sentence or, after a comma or ", and", a clause.
bool SpeakerFinder::opens_clause(std::uint32_t token,
                                 std::uint32_t sentence) const {
  if (token == sentence) return true;
  std::uint32_t before = token - 1;
  if (before > sentence &&
      people_.words().is(reading_.tokens()[before].fold, kJoinWord)) {
    --before;
  }
  return reading_.clue(before).mark == Mark::kComma;
}

// "Ruiz stormed back and said", "When Park had left, Ruiz stormed back and
// said": the person, or pronoun, that opens the sentence or its last clause.
std::uint32_t SpeakerFinder::subject_before(std::uint32_t at) const {
  const Range sentence = sentence_of(at);
  if (sentence.first >= at) return kNobody;
  const auto& mentions = people_.mentions();
  for (std::size_t k = people_.first_from(at); k > 0; --k) {
    const Mention& one = mentions[k - 1];
    if (one.tokens.first < sentence.first) break;
    if (entity(one.entity).kind != NameKind::kPerson) continue;
    const bool opens = opens_clause(one.tokens.first, sentence.first);
    const bool goes_on =
        one.tokens.last < at &&
        !reading_.is(one.tokens.last, kClauseWord | kPreposition | kOfWord);
    if (opens && (goes_on || one.tokens.first == sentence.first)) {
      return one.entity;
    }
  }
  if (reading_.is(sentence.first, kMalePronoun)) {
    return by_pronoun(sentence.first, Gender::kMale);
  }
  if (reading_.is(sentence.first, kFemalePronoun)) {
    return by_pronoun(sentence.first, Gender::kFemale);
  }
  return kNobody;
}

// "Ruiz answered in a statement:" and then her words.
std::uint32_t SpeakerFinder::before_colon(std::uint32_t at) const {
  if (at == 0) return kNobody;
  const Range sentence = sentence_of(at - 1);
  if (sentence.empty() ||
      reading_.clue(sentence.last - 1).mark != Mark::kColon) {
    return kNobody;
  }
  const std::uint32_t subject = subject_before(sentence.last - 1);
  if (subject != kNobody) return subject;
  const auto& mentions = people_.mentions();
  const std::size_t k = people_.first_from(sentence.first);
  const bool there = k < mentions.size() &&
                     mentions[k].tokens.first < sentence.last &&
                     entity(mentions[k].entity).kind == NameKind::kPerson;
  return there ? mentions[k].entity : kNobody;
}

}  // namespace stemma::quote
