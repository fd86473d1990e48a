#include "collate/stretch_words.h"

#include <algorithm>

namespace stemma::collate {

StretchWords words_of(const Analysis& analysis, std::span<const Span> spans) {
  StretchWords found;
  found.analysis = &analysis;
  const std::vector<Token>& tokens = analysis.tokens;
  for (std::uint32_t part = 0; part < spans.size(); ++part) {
    const Span span = spans[part];
    auto token = std::lower_bound(
        tokens.begin(), tokens.end(), span.begin,
        [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
    for (; token != tokens.end() && token->span.end <= span.end; ++token) {
      if (token->kind == TokenKind::kPunctuation) continue;
      found.positions.push_back(
          static_cast<std::uint32_t>(token - tokens.begin()));
      found.parts.push_back(part);
      found.words.push_back({token->fold, token->stem, !token->function_word});
    }
  }
  if (!spans.empty()) found.whole = cover(spans.front(), spans.back());
  return found;
}

WordColumns align_stretches(const std::vector<StretchWords>& stretches) {
  std::vector<Reading> readings;
  readings.reserve(stretches.size());
  for (const StretchWords& stretch : stretches) {
    readings.push_back(stretch.words);
  }
  return align_readings(readings);
}

std::vector<Span> spans_of(const StretchWords& from,
                           std::span<const std::uint32_t> words) {
  std::vector<Span> spans;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Span span = from.span(words[i]);
    const bool goes_on = i > 0 && words[i] == words[i - 1] + 1 &&
                         from.parts[words[i]] == from.parts[words[i - 1]];
    if (goes_on) {
      spans.back().end = span.end;
    } else {
      spans.push_back(span);
    }
  }
  return spans;
}

std::vector<Span> spans_or_place(const StretchWords& from,
                                 std::span<const std::uint32_t> words,
                                 std::uint32_t next) {
  if (!words.empty()) return spans_of(from, words);
  const std::uint32_t at =
      next > 0 ? from.span(next - 1).end : from.whole.begin;
  return {{at, at}};
}

}  // namespace stemma::collate
