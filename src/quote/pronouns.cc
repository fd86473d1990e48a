// Whom a pronoun means: the person whose last mentions weigh most. A mention
// weighs more if its person has spoken before, is known to have the gender of
// the pronoun, or opens the sentence, and less with each sentence between.
#include <algorithm>

#include "quote/speakers.h"

namespace stemma::quote {
namespace {

constexpr std::uint32_t kPronounParagraphs = 3;
constexpr int kMaxSentencesBack = 12;
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

int SpeakerFinder::fitness_of(const Name& name, Gender gender) const {
  const std::uint32_t bearer = bearer_of_[name.entity];
  if (!fits(bearer, gender)) return kUnfit;
  return (entity(bearer).gender == gender ? kGenderWorth : 0) +
         (has_spoken_[bearer] ? kSpeakerWorth : 0);
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
    meant = by_pronoun(source, gender);
  } else if (reading_.is(last, kClauseWord)) {
    meant = named_before(source);
  }
  if (meant != kNobody) return remember(meant, source.first);
  // "The Ostland leader said ... He added": whom only a description names.
  const bool described = last_entity_ == kNobody && !last_.name.empty();
  const bool near =
      paragraph_of(spoke_at_) + kPronounParagraphs > paragraph_of(source.first);
  return described && near && gender != Gender::kUnknown ? last_ : Speaker{};
}

std::uint32_t SpeakerFinder::by_pronoun(Range source, Gender gender) const {
  const auto& sentences = reading_.analysis->sentences;
  const auto& names = reading_.analysis->names;
  const std::uint32_t here = paragraph_of(source.first);
  auto sentence = std::upper_bound(
      sentences.begin(), sentences.end(), source.first,
      [](std::uint32_t at, const Sentence& s) { return at < s.first_token; });
  std::uint32_t best = kNobody;
  int best_fitness = kUnfit;
  for (int n = 0; n < kMaxSentencesBack; ++n) {
    if (sentence == sentences.begin()) break;
    --sentence;
    if (sentence->paragraph + kPronounParagraphs < here) break;
    const std::uint32_t end = std::min(sentence->last_token, source.first);
    const auto consider = [&](std::uint32_t who, int fitness) {
      fitness -= n * kSentenceCost;
      if (fitness <= best_fitness) return;
      best_fitness = fitness;
      best = who;
    };
    if (last_entity_ != kNobody && last_token_ >= sentence->first_token &&
        last_token_ < end && fits(last_entity_, gender)) {
      consider(last_entity_, kGenderWorth + kSpeakerWorth + kOpensWorth);
    }
    bool first = true;
    for (std::size_t k = first_name_from(sentence->first_token);
         k < names.size() && names[k].first_token < end; ++k) {
      const Name& name = names[k];
      if (name.entity >= described_by_.size()) continue;
      if (reading_.spoken(name.first_token) || is_owner(name)) continue;
      const int fitness = fitness_of(name, gender);
      if (fitness == kUnfit) continue;
      consider(bearer_of_[name.entity], fitness + (first ? kOpensWorth : 0));
      first = false;
    }
  }
  return best;
}

// "Ana Ruiz of Ostland, who said": the last person before the pronoun.
std::uint32_t SpeakerFinder::named_before(Range source) const {
  const auto& names = reading_.analysis->names;
  const std::uint32_t begin = sentence_of(source.first).first;
  for (std::size_t k = first_name_from(source.first); k > 0; --k) {
    const Name& name = names[k - 1];
    if (name.first_token < begin) break;
    if (name.last_token + kMaxRelative < source.first) break;
    if (name.entity >= described_by_.size() || is_owner(name)) continue;
    if (entity(name.entity).kind == NameKind::kPerson) return name.entity;
  }
  return kNobody;
}

// "Ruiz stormed back and said": the name that opens the sentence.
std::uint32_t SpeakerFinder::subject_before(const Draft& draft) const {
  std::uint32_t at = draft.content.front().first;
  if (!draft.cue.empty()) at = std::min(at, draft.cue.first);
  const Range sentence = sentence_of(at);
  const auto& names = reading_.analysis->names;
  const std::size_t k = first_name_from(sentence.first);
  if (k >= names.size() || names[k].first_token >= at) return kNobody;
  const Name& name = names[k];
  if (name.entity >= described_by_.size() || is_owner(name)) return kNobody;
  if (entity(name.entity).kind != NameKind::kPerson) return kNobody;
  const std::uint32_t begin = reading_.tokens()[sentence.first].span.begin;
  const bool opens = name.span.begin == begin ||
                     (!name.title.empty() && name.title.begin == begin);
  return opens ? name.entity : kNobody;
}

}  // namespace stemma::quote
