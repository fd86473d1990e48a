#include "quote/quoted_spans.h"

#include <algorithm>
#include <string_view>

#include "quote/who_words.h"
#include "quote/words.h"

namespace stemma::quote {
namespace {

constexpr std::uint32_t kLeastRest = 4;  // bytes

}  // namespace

std::vector<Span> contents_of(const std::vector<Quotation>& quotations) {
  std::vector<Span> spans;
  for (const Quotation& one : quotations) {
    spans.insert(spans.end(), one.content.begin(), one.content.end());
  }
  return spans;
}

std::vector<Span> attributions_in(const std::vector<Quotation>& quotations) {
  std::vector<Span> spans;
  for (const Quotation& one : quotations) {
    spans.insert(spans.end(), one.source.begin(), one.source.end());
    spans.insert(spans.end(), one.cue.begin(), one.cue.end());
  }
  return spans;
}

SpanSet::SpanSet(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  for (const Span span : spans) {
    if (!spans_.empty() && span.begin <= spans_.back().end) {
      spans_.back().end = std::max(spans_.back().end, span.end);
    } else {
      spans_.push_back(span);
    }
  }
}

std::vector<Span> SpanSet::rest_of(Span part) const {
  auto one = std::upper_bound(
      spans_.begin(), spans_.end(), part.begin,
      [](std::uint32_t at, Span span) { return at < span.end; });
  std::vector<Span> rest;
  std::uint32_t begin = part.begin;
  for (; one != spans_.end() && one->begin < part.end; ++one) {
    if (one->begin >= begin + kLeastRest) rest.push_back({begin, one->begin});
    begin = one->end;
  }
  if (part.end >= begin + kLeastRest) rest.push_back({begin, part.end});
  return rest;
}

std::uint32_t SpanSet::bytes_of(Span part) const {
  auto one = std::upper_bound(
      spans_.begin(), spans_.end(), part.begin,
      [](std::uint32_t at, Span span) { return at < span.end; });
  std::uint32_t bytes = 0;
  for (; one != spans_.end() && one->begin < part.end; ++one) {
    bytes += std::min(one->end, part.end) - std::max(one->begin, part.begin);
  }
  return bytes;
}

namespace {

bool is_end_mark(char byte) {
  return byte == '.' || byte == '!' || byte == '?';
}

// "that if the dam breaks", where a comma and the main clause follow: with the
// main clause, to the end of the sentence, unless another attribution stands
// in it.
Span with_main_clause(const Witness& witness, const SpanSet& attributed,
                      Span span) {
  const Analysis& analysis = *witness.analysis;
  const std::string_view text = witness.report->text;
  const Words& words = words_of(analysis.language);
  const auto& tokens = analysis.tokens;
  const auto token = std::lower_bound(
      tokens.begin(), tokens.end(), span.begin,
      [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  if (tokens.end() - token < 2 ||
      (words.classes(token[0]) & kComplementizer) == 0 ||
      !who_words_of(analysis.language).is(token[1].fold, kSubordinator) ||
      slice(text, span).find(',') != std::string_view::npos ||
      !text.substr(span.end).starts_with(',')) {
    return span;
  }
  auto sentence = std::upper_bound(
      analysis.sentences.begin(), analysis.sentences.end(), span.begin,
      [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
  if (sentence == analysis.sentences.begin()) return span;
  std::uint32_t end = std::prev(sentence)->span.end;
  while (end > span.end && is_end_mark(text[end - 1])) --end;
  return attributed.bytes_of({span.end, end}) > 0 ? span
                                                  : Span{span.begin, end};
}

}  // namespace

void complete_contents(std::span<const Witness> witnesses,
                       std::vector<std::vector<Quotation>>& quotations) {
  for (std::size_t i = 0; i < witnesses.size(); ++i) {
    const SpanSet attributed(attributions_in(quotations[i]));
    for (Quotation& one : quotations[i]) {
      if (one.form != QuotationForm::kIndirect || one.content.size() != 1) {
        continue;
      }
      one.content.front() =
          with_main_clause(witnesses[i], attributed, one.content.front());
    }
  }
}

}  // namespace stemma::quote
