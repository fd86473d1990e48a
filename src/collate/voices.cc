#include "collate/voices.h"

#include <algorithm>
#include <sstream>
#include <string>

#include "text/fold.h"
#include "text/names.h"

namespace stemma::collate {
namespace {

constexpr double kOtherSpeaker = 0.4;  // similarity of two names at most

// Less sure quotations may be none.
constexpr double kSure = 0.6;

bool is_attributed(const Voiced& one) {
  return one.quotation != nullptr && !one.quotation->source.empty() &&
         one.quotation->confidence >= kSure;
}

// Whether the words may have been said in another language than the report's:
// where the speaker's language is known, other words are none of a translator.
bool may_be_translated(const Quotation& quotation) {
  return quotation.wording == WordingChange::kTranslation ||
         quotation.wording == WordingChange::kNone;
}

bool is_plain(const Voiced& one) {
  return !one.attributed && one.voice == Voice::kOutlet;
}

std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words;
  std::istringstream stream(text::fold(name));
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

// Two names of two words or more, no word in both; a bare one may be a title or
// a body. Only where the source itself names who speaks.
bool are_two_speakers(const Quotation& a, const Quotation& b) {
  if (a.speaker_basis != SpeakerBasis::kName ||
      b.speaker_basis != SpeakerBasis::kName) {
    return false;
  }
  const std::vector<std::string> x = words_of(a.speaker);
  const std::vector<std::string> y = words_of(b.speaker);
  const bool shared = std::any_of(x.begin(), x.end(), [&](const auto& word) {
    return std::find(y.begin(), y.end(), word) != y.end();
  });
  return x.size() > 1 && y.size() > 1 && !shared &&
         text::name_similarity(a.speaker, b.speaker) < kOtherSpeaker;
}

}  // namespace

std::vector<Difference> differing_voices(const StoryText& story,
                                         const Voiced& a, const Voiced& b,
                                         Relation relation) {
  std::vector<Difference> found;
  if (a.voice == Voice::kHeading || b.voice == Voice::kHeading) return found;
  const auto add = [&](DifferenceKind kind, Fact fact, Span span_a,
                       Span span_b) {
    const auto value = [&](ReportIndex report, Span span) {
      const std::string& text = story.witnesses[report].report->text;
      return DifferenceValue{report, span, std::string(slice(text, span))};
    };
    found.push_back(
        {kind, fact, {value(a.report, span_a), value(b.report, span_b)}});
  };
  if (is_attributed(a) && is_plain(b)) {
    add(DifferenceKind::kAttributionDropped, Fact::kPerson,
        a.quotation->source.front(), b.span);
  } else if (is_attributed(b) && is_plain(a)) {
    add(DifferenceKind::kAttributionDropped, Fact::kPerson, a.span,
        b.quotation->source.front());
  }
  const bool one_utterance = a.quotation != nullptr && b.quotation != nullptr &&
                             !a.quotation->family.empty() &&
                             a.quotation->family == b.quotation->family;
  if (!one_utterance) return found;
  if (a.voice == Voice::kQuoted && b.voice == Voice::kQuoted &&
      relation == Relation::kReworded &&
      (may_be_translated(*a.quotation) || may_be_translated(*b.quotation))) {
    add(DifferenceKind::kTranslation, Fact::kDeed, a.span, b.span);
  }
  if (is_attributed(a) && is_attributed(b) &&
      are_two_speakers(*a.quotation, *b.quotation)) {
    add(DifferenceKind::kUnclear, Fact::kPerson, a.quotation->source.front(),
        b.quotation->source.front());
  }
  return found;
}

}  // namespace stemma::collate
