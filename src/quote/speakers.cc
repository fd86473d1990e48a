// From a source mention to a speaker, the surest way first: a spokesperson,
// named persons, a pronoun (pronouns.cc), the bearer of a title, who issued a
// document, a body (bodies.cc).
#include "quote/speakers.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace stemma::quote {
namespace {

constexpr std::uint32_t kContextParagraphs = 1;
constexpr std::uint32_t kVoiceParagraphs = 3;

}  // namespace

SpeakerFinder::SpeakerFinder(const Reading& reading)
    : reading_(reading),
      people_(reading),
      has_spoken_(reading.analysis->entities.size(), false) {
  find_groups();
}

Speaker SpeakerFinder::find(const Draft& draft) {
  if (draft.source.empty()) return of_nobody(draft);
  last_ = of_source(draft.source);
  spoke_at_ = draft.source.first;
  return last_;
}

// A draft that names no source: who stands before the colon, who opens the
// sentence, or who speaks before it.
Speaker SpeakerFinder::of_nobody(const Draft& draft) {
  const std::uint32_t at = draft.content.front().first;
  const bool spoken = reading_.spoken(at);
  const bool opens = sentence_of(at).first == at;
  std::uint32_t meant = kNobody;
  if (!draft.cue.empty()) {
    meant = subject_before(std::min(at, draft.cue.first));
  } else if (spoken && !opens) {
    meant = subject_before(at);
  }
  if (meant == kNobody && spoken) meant = before_colon(at);
  if (meant != kNobody) {
    last_ = remember(meant, at, SpeakerBasis::kContext);
    spoke_at_ = at;
    return last_;
  }
  const bool alone = spoken && opens && draft.cue.empty();
  const bool near =
      paragraph_of(at) <= paragraph_of(spoke_at_) + kContextParagraphs;
  if (!draft.inherits && !(alone && near)) return {};
  last_.basis =
      last_.name.empty() ? SpeakerBasis::kNone : SpeakerBasis::kContext;
  spoke_at_ = at;
  return last_;
}

Speaker SpeakerFinder::remember(std::uint32_t entity, std::uint32_t at,
                                SpeakerBasis basis) {
  const std::uint32_t bearer = people_.bearer(entity);
  last_entity_ = bearer;
  last_token_ = at;
  has_spoken_[bearer] = true;
  return {this->entity(bearer).full_name, "", basis};
}

Speaker SpeakerFinder::of_source(Range source) {
  for (std::uint32_t i = source.first; i < source.last; ++i) {
    if (reading_.is(i, kSpokesperson)) return spokesperson(source);
  }
  const std::uint32_t person = named_in(source, NameKind::kPerson);
  if (person != kNobody) return joined(source, person);
  if (source.size() <= 2 && reading_.is(source.last - 1, kPronoun)) {
    return of_pronoun(source);
  }
  Speaker several = of_group(source);
  if (!several.name.empty()) return several;
  const std::uint32_t titled = by_title(source);
  if (titled != kNobody) {
    return remember(titled, source.first, SpeakerBasis::kDescription);
  }
  const std::uint32_t noun = head_noun(source);
  if (noun != kNobody &&
      people_.words().is(reading_.tokens()[noun].fold, kDocumentWord)) {
    return of_document(source);
  }
  const std::uint32_t other = named_in(source, NameKind::kUnknown);
  if (other != kNobody) {
    return remember(other, source.first, SpeakerBasis::kName);
  }
  const Token& word = reading_.tokens()[source.first];
  if (source.size() == 1 && word.capitalised) {
    const std::uint32_t bearer = people_.of_surname(word.fold);
    if (bearer != kNobody) {
      return remember(bearer, source.first, SpeakerBasis::kName);
    }
  }
  return of_body(source);
}

// "a spokesman for X", "X spokeswoman Ann Lee", "Ann Lee, spokeswoman of X".
// Who bears no name is called as the report does.
Speaker SpeakerFinder::spokesperson(Range source) {
  std::uint32_t word = source.first;
  while (word < source.last && !reading_.is(word, kSpokesperson)) ++word;
  std::uint32_t end = word;
  while (end < source.last && reading_.clue(end).mark != Mark::kComma) ++end;
  bool of = false;
  for (std::uint32_t i = word; i < end; ++i) of |= reading_.is(i, kOfWord);
  Speaker speaker;
  const auto& names = reading_.analysis->names;
  for (std::size_t k = first_name_from(source.first);
       k < names.size() && names[k].first_token < source.last; ++k) {
    const Name& name = names[k];
    if (name.entity >= has_spoken_.size()) continue;
    const Entity& who = entity(name.entity);
    const bool of_whom =
        of && name.first_token > word && name.first_token < end;
    const bool represented =
        of_whom || people_.is_owner(name) || name.last_token == word ||
        who.kind == NameKind::kOrganisation || who.kind == NameKind::kPlace;
    std::string& field = represented ? speaker.on_behalf_of : speaker.name;
    if (field.empty()) field = who.full_name;
  }
  speaker.basis = SpeakerBasis::kName;
  if (!speaker.name.empty()) return speaker;
  speaker.basis = SpeakerBasis::kDescription;
  if (speaker.on_behalf_of.empty()) return last_voice(source);
  Range words{source.first, end};
  while (words.size() > 1 && reading_.is(words.first, kArticle)) ++words.first;
  speaker.name = std::string(slice(reading_.text, reading_.span_of(words)));
  last_voice_ = speaker;
  voice_at_ = source.first;
  return speaker;
}

// "a spokesman" after "a spokesman for X" is the same.
Speaker SpeakerFinder::last_voice(Range source) const {
  const bool near =
      !last_voice_.name.empty() &&
      paragraph_of(source.first) <= paragraph_of(voice_at_) + kVoiceParagraphs;
  return near ? last_voice_ : Speaker{};
}

std::size_t SpeakerFinder::first_name_from(std::uint32_t token) const {
  const auto& names = reading_.analysis->names;
  const auto found = std::lower_bound(
      names.begin(), names.end(), token,
      [](const Name& a, std::uint32_t at) { return a.first_token < at; });
  return static_cast<std::size_t>(found - names.begin());
}

// The last name of the noun phrase before the first comma or preposition, or,
// where that holds no name, of an apposition: "the leader of the Senate, Ana
// Ruiz", "Ruiz campaign chairman Leo Park of Ohio".
std::uint32_t SpeakerFinder::named_in(Range source, NameKind least) const {
  for (std::uint32_t first = source.first; first < source.last;) {
    std::uint32_t last = first;
    while (last < source.last && !ends_phrase(last, first)) ++last;
    const std::uint32_t head = head_name({first, last}, least);
    if (head != kNobody) return head;
    while (last < source.last && reading_.clue(last).mark != Mark::kComma) {
      ++last;
    }
    first = last + 1;
  }
  return kNobody;
}

std::uint32_t SpeakerFinder::head_name(Range phrase, NameKind least) const {
  const auto& names = reading_.analysis->names;
  std::uint32_t head = kNobody;
  for (std::size_t k = first_name_from(phrase.first);
       k < names.size() && names[k].first_token < phrase.last; ++k) {
    const Name& name = names[k];
    if (name.entity >= has_spoken_.size() || people_.is_owner(name)) continue;
    const NameKind kind = entity(name.entity).kind;
    if (name.last_token < phrase.last && kind != NameKind::kPerson) continue;
    const bool enough =
        kind == NameKind::kPerson ||
        (least == NameKind::kUnknown && kind != NameKind::kPlace);
    if (enough) head = name.entity;
    if (head == name.entity && name.last_token < phrase.last &&
        people_.words().is(reading_.tokens()[name.last_token].fold,
                           kJoinWord)) {
      break;  // "Ana Ruiz and Leo Park": the others are joined to the first
    }
  }
  return head;
}

bool SpeakerFinder::ends_phrase(std::uint32_t token,
                                std::uint32_t first) const {
  if (token == first) return false;
  const Mark mark = reading_.clue(token).mark;
  if (mark == Mark::kComma || mark == Mark::kBracket) return true;
  return reading_.is(token, kPreposition | kOfWord) &&
         !reading_.is(token, kArticle);
}

std::uint32_t SpeakerFinder::head_noun(Range source) const {
  if (!reading_.is(source.first, kArticle)) return kNobody;
  std::uint32_t head = source.first + 1;
  while (head < source.last && !ends_phrase(head, source.first)) ++head;
  if (head < source.first + 2 ||
      reading_.tokens()[head - 1].kind != TokenKind::kWord) {
    return kNobody;
  }
  return head - 1;
}

// "the minister": the last person before whose title or apposition holds the
// head noun.
std::uint32_t SpeakerFinder::by_title(Range source) const {
  const std::uint32_t noun = head_noun(source);
  if (noun == kNobody) return kNobody;
  const WhoWords& words = people_.words();
  const std::uint64_t fold = reading_.tokens()[noun].fold;
  if (words.is(fold, kBodyWord | kDocumentWord)) return kNobody;
  return people_.called(fold, source.first);
}

}  // namespace stemma::quote
