#include "collate/voices.h"

#include <string>

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

bool is_plain(const Voiced& one) {
  return !one.attributed && one.voice == Voice::kOutlet;
}

// Two names of two words or more; a bare one may be a title or a body.
bool are_two_speakers(const std::string& a, const std::string& b) {
  return a.find(' ') != std::string::npos && b.find(' ') != std::string::npos &&
         text::name_similarity(a, b) < kOtherSpeaker;
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
      relation == Relation::kReworded) {
    add(DifferenceKind::kTranslation, Fact::kDeed, a.span, b.span);
  }
  if (is_attributed(a) && is_attributed(b) &&
      are_two_speakers(a.quotation->speaker, b.quotation->speaker)) {
    add(DifferenceKind::kUnclear, Fact::kPerson, a.quotation->source.front(),
        b.quotation->source.front());
  }
  return found;
}

}  // namespace stemma::collate
