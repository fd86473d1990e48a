// Who is quoted in whose words, without a parser.
//
// reading.h chooses the quoted regions that are utterances (no nicknames,
// titles of works or scare quotes) and gives every token its word classes.
// draft.h walks the text in frames, the sentences that one utterance holds
// together. In a frame an utterance counts as one thing, so that what is left
// is short. Two ways lead from a frame to its attributions:
// - for English, labeller.h: a label chain proposes cues, a second one says for
//   each which items are its source and its content, and a judge (judge.h)
//   which of these proposals are attributions. The weights are learned from
//   PolNeAR by scripts/learn_quote_model.cc.
// - for every other language, patterns.cc: cues from the lexicon and the
//   span patterns around them in the order of their precision: Q, S V |
//   Q, V S | C, S V | S V Q | S V that C | according to S, C.
// An utterance that no cue claims goes on with the attribution before it in
// the paragraph, or stands alone. speakers.h then says who each source is, by
// names, surnames, pronouns and titles of this report. What cannot be known
// stays empty.
#include "quote/quotations.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "quote/draft.h"
#include "quote/reading.h"
#include "quote/speakers.h"

namespace stemma::quote {
namespace {

// Marks and blanks at the ends of a stretch are no part of what was said.
Span without_marks(const Reading& reading, Range range) {
  if (reading.spoken(range.first)) {
    const Utterance& utterance =
        reading.utterances[reading.clue(range.first).utterance];
    if (utterance.tokens == range) return utterance.inner;
  }
  while (range.size() > 1 &&
         reading.clue(range.first).mark == Mark::kQuotation) {
    ++range.first;
  }
  while (range.size() > 1 &&
         reading.clue(range.last - 1).mark == Mark::kQuotation) {
    --range.last;
  }
  return reading.span_of(range);
}

QuotationForm form_of(const Reading& reading, const Draft& draft) {
  if (draft.verbatim) return QuotationForm::kDirect;
  bool inside = false;
  bool outside = false;
  for (const Range& range : draft.content) {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (reading.clue(i).mark != Mark::kNone) continue;
      const bool quoted = reading.spoken(i) || reading.tokens()[i].quoted;
      inside |= quoted;
      outside |= !quoted;
    }
  }
  if (!inside) return QuotationForm::kIndirect;
  return outside ? QuotationForm::kMixed : QuotationForm::kDirect;
}

// Somebody said or wrote what stands between marks, whatever the cue says:
// she hoped "the rain will hold off until the morning".
bool holds_utterance(const Reading& reading, const Draft& draft) {
  for (const Range& range : draft.content) {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (reading.spoken(i)) return true;
    }
  }
  return false;
}

// The chance that the content is what annotators would mark (an overlap of 0.8
// of both together), given what the judge says of it: logistic functions for
// direct, indirect and mixed ones, fitted on articles held out of PolNeAR
// train.
double confidence_of(const Draft& draft, QuotationForm form) {
  struct Curve {
    double base;
    double slope;
  };
  static constexpr Curve kCurves[] = {
      {1.71, 0.14}, {-0.01, 0.83}, {0.15, 0.91}};
  static constexpr double kMostMargin = 8;
  if (!draft.margin) return static_cast<double>(draft.confidence);
  const Curve& curve = kCurves[static_cast<std::size_t>(form)];
  const double margin =
      std::min(static_cast<double>(*draft.margin), kMostMargin);
  return 1 / (1 + std::exp(-curve.base - curve.slope * margin));
}

Quotation finish(const Reading& reading, const Draft& draft,
                 SpeakerFinder& speakers) {
  Quotation quotation;
  for (const Range& range : draft.content) {
    quotation.content.push_back(without_marks(reading, range));
  }
  if (!draft.cue.empty()) quotation.cue.push_back(reading.span_of(draft.cue));
  if (!draft.source.empty()) {
    quotation.source.push_back(reading.span_of(draft.source));
  }
  quotation.form = form_of(reading, draft);
  Speaker speaker = speakers.find(draft);
  quotation.speaker = std::move(speaker.name);
  quotation.on_behalf_of = std::move(speaker.on_behalf_of);
  quotation.speaker_basis =
      quotation.speaker.empty() ? SpeakerBasis::kNone : speaker.basis;
  quotation.speech = draft.speech || quotation.form == QuotationForm::kDirect ||
                     holds_utterance(reading, draft);
  quotation.confidence = confidence_of(draft, quotation.form);
  return quotation;
}

}  // namespace

std::vector<Quotation> find_quotations(const Witness& witness,
                                       const QuotationOptions& options) {
  const Reading reading = read_clues(witness);
  SpeakerFinder speakers(reading);
  std::vector<Quotation> quotations;
  for (const Draft& draft : draft_attributions(reading)) {
    Quotation quotation = finish(reading, draft, speakers);
    const bool wanted =
        options.attributions == Attributions::kAll || quotation.speech;
    if (wanted) quotations.push_back(std::move(quotation));
  }
  std::stable_sort(quotations.begin(), quotations.end(),
                   [](const Quotation& a, const Quotation& b) {
                     return a.content.front().begin < b.content.front().begin;
                   });
  return quotations;
}

}  // namespace stemma::quote
