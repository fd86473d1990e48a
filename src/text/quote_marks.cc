#include "text/quote_marks.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/fold.h"
#include "text/word.h"

namespace stemma::text {
namespace {

struct Pair {
  char32_t opener = 0;
  std::array<char32_t, 3> closers{};
};

constexpr std::array<Pair, 21> kPairs = {{
    {0x201C, {0x201D, U'"', 0x201C}},  // English
    {0x201E, {0x201C, 0x201D, U'"'}},  // German, Polish
    {0x201F, {0x201D}},
    {0x201D, {0x201D}},  // Swedish
    {U'"', {U'"', 0x201D}},
    {0xFF02, {0xFF02}},
    {0x00AB, {0x00BB}},          // French, Russian, Arabic
    {0x00BB, {0x00BB, 0x00AB}},  // Swedish, German books
    {0x2039, {0x203A}},
    {0x203A, {0x203A, 0x2039}},
    {0x2018, {0x2019, U'\''}},
    {0x201A, {0x2018, 0x2019}},
    {U'\'', {U'\'', 0x2019}},
    {kTwoGraves, {kTwoStraight, U'"'}},
    {kTwoStraight, {kTwoStraight}},
    {0x300C, {0x300D}},  // corner brackets
    {0x300E, {0x300F}},
    {0xFF62, {0xFF63}},
    {0x300A, {0x300B}},  // Chinese title marks
    {0x3008, {0x3009}},
    {0x301D, {0x301E, 0x301F}},
}};

bool is_quote_mark(char32_t value) {
  if (value < 0x80) return value == U'"' || value == U'\'' || value == U'`';
  for (const Pair& pair : kPairs) {
    if (pair.opener == value) return true;
    for (const char32_t closer : pair.closers) {
      if (closer == value) return true;
    }
  }
  return false;
}

bool is_opening_mark(char32_t value) {
  switch (value) {
    case U'(':
    case U'[':
    case U'{':
    case U'/':
    case U'-':
    case 0x2013:
    case 0x2014:
    case 0x00BF:  // inverted question and exclamation marks
    case 0x00A1:
    case 0xFF08:
    case 0x3010:
      return true;
    default:
      return false;
  }
}

bool is_closing_mark(char32_t value) {
  switch (value) {
    case U'.':
    case U',':
    case U';':
    case U':':
    case U'!':
    case U'?':
    case U')':
    case U']':
    case U'}':
    case U'-':
    case 0x2013:
    case 0x2014:
    case 0x2026:
    case 0x060C:  // Arabic comma, semicolon, question mark, full stop
    case 0x061B:
    case 0x061F:
    case 0x06D4:
      return true;
    default:
      return false;
  }
}

// Words that begin with an apostrophe: "'em", "'tis", "'90s".
bool is_clipped(std::string_view folded) {
  static constexpr std::array<std::string_view, 8> kClipped = {
      "em", "n", "tis", "twas", "til", "cause", "bout", "round"};
  if (!folded.empty() && folded[0] >= '0' && folded[0] <= '9') return true;
  return std::find(kClipped.begin(), kClipped.end(), folded) != kClipped.end();
}

// Reads the marks of one text.
class MarkFinder {
 public:
  MarkFinder(std::string_view text, std::span<const Token> tokens,
             std::span<const Gap> gaps)
      : text_(text), tokens_(tokens), gaps_(gaps) {}

  std::vector<QuoteMark> find() {
    std::vector<QuoteMark> marks;
    std::uint32_t paragraph = 0;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      const bool first = ends_paragraph(gaps_[i]);
      if (first && i > 0) ++paragraph;
      const char32_t value = mark_of(text_, tokens_[i]);
      if (value == 0 || !is_quote_mark(value)) continue;
      QuoteMark mark;
      mark.token = i;
      mark.value = value;
      mark.paragraph = paragraph;
      mark.first_in_paragraph = first;
      if (doubled(i, value)) {
        mark.width = 2;
        mark.value = value == U'`' ? kTwoGraves : kTwoStraight;
      } else if (value == U'`') {
        continue;
      }
      look_around(mark);
      marks.push_back(mark);
      i += mark.width - 1;
    }
    return marks;
  }

 private:
  bool doubled(std::uint32_t i, char32_t value) const {
    return (value == U'`' || value == U'\'') && touches_next(i) &&
           mark_of(text_, tokens_[i + 1]) == value;
  }

  bool touches_next(std::uint32_t i) const {
    return i + 1 < tokens_.size() && gaps_[i + 1] == Gap::kNone;
  }

  // Nothing, or only opening marks, before the mark. Looks back over at most
  // three quotation marks in a row.
  bool open_before(std::uint32_t token) const {
    for (std::uint32_t steps = 0; steps < 4; ++steps) {
      if (gaps_[token] != Gap::kNone) return true;
      const char32_t before = mark_of(text_, tokens_[token - 1]);
      if (is_opening_mark(before)) return true;
      if (!is_quote_mark(before)) return false;
      --token;
    }
    return false;
  }

  bool open_after(std::uint32_t last) const {
    for (std::uint32_t steps = 0; steps < 4; ++steps) {
      if (!touches_next(last)) return true;
      const char32_t after = mark_of(text_, tokens_[last + 1]);
      if (is_closing_mark(after)) return true;
      if (!is_quote_mark(after)) return false;
      ++last;
    }
    return false;
  }

  // Touched from behind by a mark that cannot stand first in a quotation.
  bool before_comma(std::uint32_t last) const {
    if (!touches_next(last)) return false;
    switch (mark_of(text_, tokens_[last + 1])) {
      case U',':
      case U';':
      case U':':
      case U'!':
      case U'?':
      case U')':
      case 0x060C:
      case 0x061B:
      case 0x061F:
        return true;
      default:
        return false;
    }
  }

  void look_around(QuoteMark& mark) const {
    const std::uint32_t last = mark.token + mark.width - 1;
    const bool stopped = before_comma(last);
    const bool free_before = open_before(mark.token) && !stopped;
    const bool free_after = open_after(last);
    mark.opens_word = free_before && touches_next(last) &&
                      (!free_after || gaps_[mark.token] != Gap::kNone);
    mark.closes_word = !free_before && free_after;
    if (gaps_[mark.token] == Gap::kNone) {
      const Token& before = tokens_[mark.token - 1];
      mark.after_number = before.kind == TokenKind::kNumber;
      mark.after_letters =
          before.kind == TokenKind::kWord && !ends_in_dictionary_letter(before);
    }
    if (!is_single(mark.value)) return;
    if (mark.opens_word && mark.value != 0x2018 &&
        is_clipped(fold(slice(text_, tokens_[last + 1].span)))) {
      mark.opens_word = false;
    }
    mark.possessive_like = mark.after_letters && is_before_noun(mark);
  }

  bool ends_in_dictionary_letter(const Token& token) const {
    const std::string_view word = slice(text_, token.span);
    std::size_t last = word.size() - 1;
    while (last > 0 &&
           (static_cast<unsigned char>(word[last]) & 0xC0U) == 0x80U) {
      --last;
    }
    return CharacterTable::get().of(decode_valid(word, last).value) ==
           CharClass::kDictionary;
  }

  // "the regimes' crimes": a word in s before, a lower-case word after.
  bool is_before_noun(const QuoteMark& mark) const {
    const std::string_view before = slice(text_, tokens_[mark.token - 1].span);
    if (!before.ends_with('s') && !before.ends_with('S')) return false;
    if (without_possessive(before) != before) return false;
    const std::uint32_t next = mark.token + 1;
    return next < tokens_.size() &&
           (gaps_[next] == Gap::kSpace || gaps_[next] == Gap::kWrap) &&
           tokens_[next].kind == TokenKind::kWord && !tokens_[next].capitalised;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  std::span<const Gap> gaps_;
};

}  // namespace

std::vector<QuoteMark> find_quote_marks(std::string_view text,
                                        std::span<const Token> tokens,
                                        std::span<const Gap> gaps) {
  return MarkFinder(text, tokens, gaps).find();
}

bool closes(char32_t opener, char32_t closer) {
  for (const Pair& pair : kPairs) {
    if (pair.opener != opener) continue;
    return std::find(pair.closers.begin(), pair.closers.end(), closer) !=
           pair.closers.end();
  }
  return false;
}

bool only_opens(char32_t value) {
  switch (value) {
    case 0x201E:
    case 0x201F:
    case 0x201A:
    case 0x300C:
    case 0x300E:
    case 0xFF62:
    case 0x300A:
    case 0x3008:
    case 0x301D:
    case kTwoGraves:
      return true;
    default:
      return false;
  }
}

bool only_closes(char32_t value) {
  switch (value) {
    case 0x300D:
    case 0x300F:
    case 0xFF63:
    case 0x300B:
    case 0x3009:
    case 0x301E:
    case 0x301F:
      return true;
    default:
      return false;
  }
}

bool is_single(char32_t value) {
  return value == U'\'' || value == 0x2018 || value == 0x2019;
}

}  // namespace stemma::text
