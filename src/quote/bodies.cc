// Bodies and documents as sources: "the ministry", "Ruiz's campaign", "the
// statement". A document speaks for who issued it, as far as the report says
// who did; a body that the report does not name otherwise is called as the
// report calls it.
#include <algorithm>
#include <string>

#include "quote/speakers.h"

namespace stemma::quote {
namespace {

constexpr std::uint32_t kMaxBodyWords = 8;
constexpr int kBodySentences = 8;      // how far back "the agency" reaches
constexpr int kDocumentSentences = 6;  // the same for "the statement"

}  // namespace

// "the statement": who speaks in the last sentence that has the word. "Ruiz
// sent a letter saying": who sends it.
Speaker SpeakerFinder::of_document(Range source) {
  if (reading_.is(source.first, kIndefinite)) {
    const std::uint32_t issuer = subject_before(source.first);
    if (issuer == kNobody) return {};
    return remember(issuer, source.first, SpeakerBasis::kContext);
  }
  const std::uint32_t noun = head_noun(source);
  const std::uint64_t word = reading_.tokens()[noun].fold;
  const auto& sentences = reading_.analysis->sentences;
  const auto& mentions = people_.mentions();
  auto sentence = std::upper_bound(
      sentences.begin(), sentences.end(), source.first,
      [](std::uint32_t at, const Sentence& s) { return at < s.first_token; });
  for (int n = 0; n < kDocumentSentences && sentence != sentences.begin();
       ++n) {
    --sentence;
    const std::uint32_t end = std::min(sentence->last_token, source.first);
    std::uint32_t at = end;
    while (
        at > sentence->first_token &&
        (reading_.spoken(at - 1) || reading_.tokens()[at - 1].fold != word)) {
      --at;
    }
    if (at == sentence->first_token) continue;
    const bool spoke_here = spoke_at_ >= sentence->first_token &&
                            spoke_at_ < end && !last_.name.empty();
    std::size_t k = people_.first_from(at - 1);
    while (k > 0 && mentions[k - 1].tokens.first >= sentence->first_token) {
      const std::uint32_t who = mentions[--k].entity;
      if (entity(who).kind != NameKind::kPerson) continue;
      // The speaker of the sentence, unless another stands nearer.
      const Range phrase{mentions[k].tokens.first, at};
      std::size_t first = k;
      while (first > 0 &&
             mentions[first - 1].tokens.first >= sentence->first_token &&
             joins(mentions[first - 1].tokens.last,
                   mentions[first].tokens.first)) {
        --first;
      }
      Speaker speaker = joined({mentions[first].tokens.first, phrase.last},
                               mentions[first].entity);
      speaker.basis = SpeakerBasis::kDescription;
      return speaker;
    }
    if (spoke_here) {
      Speaker speaker = last_;
      speaker.basis = SpeakerBasis::kDescription;
      return speaker;
    }
  }
  last_entity_ = kNobody;
  return {body_in(source), "", SpeakerBasis::kDescription};
}

// "the agency": the body that the report calls so, or whose name has the
// word; for a word that any body may be called by, the last body before.
Speaker SpeakerFinder::of_body(Range source) {
  last_entity_ = kNobody;
  const std::uint32_t noun = head_noun(source);
  if (noun != kNobody && !reading_.tokens()[noun].capitalised) {
    const WhoWords& words = people_.words();
    const std::uint64_t word = reading_.tokens()[noun].fold;
    const bool plain =
        noun == source.first + 1 && !reading_.is(source.first, kIndefinite);
    std::uint32_t body = kNobody;
    if (plain && words.is(word, kBodyWord)) {
      body = people_.body_called(word, source.first);
    }
    if (body == kNobody && plain && words.is(word, kAnyBodyWord)) {
      body = last_body_before(source.first);
    }
    if (body != kNobody) {
      return remember(body, source.first, SpeakerBasis::kDescription);
    }
  }
  const std::string name = body_in(source);
  if (name.empty()) return {};
  return {name, "", SpeakerBasis::kDescription};
}

std::uint32_t SpeakerFinder::last_body_before(std::uint32_t token) const {
  const auto& sentences = reading_.analysis->sentences;
  const auto& mentions = people_.mentions();
  auto sentence = std::upper_bound(
      sentences.begin(), sentences.end(), token,
      [](std::uint32_t at, const Sentence& s) { return at < s.first_token; });
  for (int n = 0; n < kBodySentences && sentence != sentences.begin(); ++n) {
    --sentence;
    for (std::size_t k = people_.first_from(sentence->first_token);
         k < mentions.size() && mentions[k].tokens.first < token &&
         mentions[k].tokens.first < sentence->last_token;
         ++k) {
      if (entity(mentions[k].entity).kind == NameKind::kOrganisation) {
        return mentions[k].entity;
      }
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
// campaign", "the military". Not "a commentator in the Daily News".
std::string SpeakerFinder::body_in(Range source) const {
  if (reading_.is(source.first, kIndefinite)) return "";
  const WhoWords& words = people_.words();
  while (source.size() > 1 && reading_.is(source.first, kArticle)) {
    ++source.first;
  }
  for (std::uint32_t i = source.first + 1; i < source.last; ++i) {
    if (reading_.clue(i).mark == Mark::kBracket) source.last = i;
  }
  bool named = false;
  for (std::uint32_t i = source.first; i < source.last; ++i) {
    const Token& token = reading_.tokens()[i];
    const bool apostrophe = reading_.clue(i).mark == Mark::kQuotation;
    if (apostrophe && i > source.first && i + 1 < source.last) continue;
    if (token.kind != TokenKind::kWord || reading_.is(i, kPronoun)) return "";
    if (reading_.is(i, kSpokesperson)) return "";
    named |= token.capitalised && !token.function_word &&
             !words.nouns_have_capitals() &&
             (i > 0 && (i > source.first || source.size() > 1 ||
                        reading_.is(i - 1, kArticle)));
    named |=
        i + 1 == source.last && words.is(token.fold, kBodyWord | kDocumentWord);
  }
  named |= is_caseless(source);
  if (!named || source.size() > kMaxBodyWords) return "";
  return std::string(slice(reading_.text, reading_.span_of(source)));
}

}  // namespace stemma::quote
