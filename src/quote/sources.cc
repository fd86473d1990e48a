#include "quote/draft.h"

namespace stemma::quote {
namespace {

constexpr std::uint32_t kMaxNounPhrase = 12;
constexpr std::uint32_t kMaxApposition = 14;

bool is_break(const Reading& reading, std::uint32_t token) {
  const Mark mark = reading.clue(token).mark;
  return reading.spoken(token) ||
         (mark != Mark::kNone && mark != Mark::kDash && mark != Mark::kOther &&
          mark != Mark::kQuotation);
}

bool is_comma(const Reading& reading, std::uint32_t token) {
  return reading.clue(token).mark == Mark::kComma && !reading.spoken(token);
}

bool capital(const Reading& reading, std::uint32_t token) {
  const Token& t = reading.tokens()[token];
  return t.capitalised && !t.function_word;
}

// "A and B said": the conjunction stands between two names.
bool joins_names(const Reading& reading, std::uint32_t token,
                 std::uint32_t begin, std::uint32_t end) {
  return token > begin && token + 1 < end && capital(reading, token - 1) &&
         capital(reading, token + 1);
}

bool lone_dash(const Reading& reading, std::uint32_t token) {
  return reading.clue(token).mark == Mark::kDash;
}

// Ana Ruiz [ist ...]: a name has ended and no name goes on.
bool ends_name(const Reading& reading, std::uint32_t token) {
  const Token& before = reading.tokens()[token - 1];
  const Token& next = reading.tokens()[token];
  return before.capitalised && !before.function_word &&
         next.kind == TokenKind::kWord && !next.capitalised;
}

// Walks left over one noun phrase; the first token of it.
std::uint32_t phrase_begin(const Reading& reading, std::uint32_t begin,
                           std::uint32_t end) {
  std::uint32_t first = end;
  while (first > begin && end - first < kMaxNounPhrase) {
    const std::uint32_t i = first - 1;
    if (is_break(reading, i) || lone_dash(reading, i)) break;
    if (reading.is(i, kClauseWord) && !reading.is(i, kPronoun) &&
        !joins_names(reading, i, begin, end)) {
      break;
    }
    if (reading.is(i, kComplementizer) && !reading.is(i, kPronoun)) break;
    first = i;
    if (reading.is(i, kPronoun)) break;
  }
  return first;
}

// The comma that opens an apposition which closes before `end`, or `end`.
std::uint32_t opening_comma(const Reading& reading, std::uint32_t begin,
                            std::uint32_t end) {
  std::uint32_t i = end;
  while (i > begin && end - i < kMaxApposition) {
    --i;
    if (is_comma(reading, i)) return i;
    if (is_break(reading, i)) return end;
  }
  return end;
}

bool opens_apposition(const Reading& reading, std::uint32_t token,
                      std::uint32_t end) {
  if (token >= end || reading.spoken(token)) return false;
  if (reading.is(token, kArticle)) return true;
  if (reading.is(token, kSpokesperson)) return true;
  const Clue& clue = reading.clue(token);
  return clue.mark == Mark::kNone &&
         (clue.classes & (kClauseWord | kPreposition | kHelper |
                          kComplementizer | kPronoun)) == 0 &&
         !reading.tokens()[token].function_word;
}

}  // namespace

Range source_before(const Reading& reading, std::uint32_t begin,
                    std::uint32_t end) {
  if (end <= begin) return {};
  if (is_comma(reading, end - 1)) {
    const std::uint32_t comma = end - 1;
    const std::uint32_t opening = opening_comma(reading, begin, comma);
    if (opening == comma || opening == begin) return {};
    const std::uint32_t first = phrase_begin(reading, begin, opening);
    if (first == opening) return {};
    return {first, comma};
  }
  Range source{phrase_begin(reading, begin, end), end};
  while (source.size() > 1 &&
         (reading.is(source.first, kHelper | kPreposition) &&
          !reading.is(source.first, kArticle | kPronoun))) {
    ++source.first;
  }
  return source;
}

Range source_after(const Reading& reading, std::uint32_t begin,
                   std::uint32_t end) {
  std::uint32_t last = begin;
  while (last < end && last - begin < kMaxNounPhrase) {
    if (is_break(reading, last) || lone_dash(reading, last)) break;
    if (last > begin) {
      if (reading.is(last, kPreposition)) break;
      if (reading.is(last, kClauseWord | kComplementizer) &&
          !joins_names(reading, last, begin, end)) {
        break;
      }
      if (reading.is(last - 1, kPronoun)) break;
      if (ends_name(reading, last) &&
          !reading.is(last, kOfWord | kClauseWord)) {
        break;
      }
    } else if (reading.is(last, kPreposition) &&
               !reading.is(last, kArticle | kPronoun)) {
      break;
    }
    ++last;
  }
  if (last == begin) return {};
  Range source{begin, last};
  if (reading.is(begin, kPronoun)) return source;
  if (last + 1 < end && is_comma(reading, last) &&
      opens_apposition(reading, last + 1, end)) {
    std::uint32_t close = last + 1;
    while (close < end && !is_break(reading, close) &&
           !reading.is(close, kClauseWord) && close - last < kMaxApposition) {
      ++close;
    }
    const bool ends = close == end || reading.clue(close).mark == Mark::kStop ||
                      is_comma(reading, close) || reading.spoken(close);
    if (ends) source.last = close;
  }
  return source;
}

}  // namespace stemma::quote
