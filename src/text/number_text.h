// Numbers as they are written, in digits or words, before unit and meaning.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/phrases.h"
#include "text/token_view.h"

namespace stemma::text {

struct NumberWords {
  explicit NumberWords(std::string_view language);
  PhraseTable word;     // cardinal, value
  PhraseTable scale;    // "million": value; " plural" cannot begin a number,
                        // " digits" and " money" follow digits only
  PhraseTable article;  // "a" in "a million"
  PhraseTable half;     // "half a"
  PhraseTable joint;    // "and"
  PhraseTable ordinal;  // "twelfth", value
  std::string_view language;
  FoldSet first_words;  // of all these but `joint`
};

const NumberWords& number_words(std::string_view language);

// The number that a value of the lexicon begins with; 0 if it begins with none.
double leading_number(std::string_view value);

struct WrittenNumber {
  double value = 0;
  std::uint32_t end_token = 0;  // first token that is wholly behind it
  std::uint32_t end = 0;        // first byte behind it
  bool ordinal = false;
  bool plain = false;  // digits alone, without separators
  double scale = 1;    // the "million" in "1.5 million"
  explicit operator bool() const { return end_token > 0; }
};

// The number in digits that begins with token `i`: "1,600.5", "1.600,5",
// "1 600", "1'600"; which mark is the decimal one follows from where the marks
// stand and, where that leaves both open, from the language. Ends before
// letters: "12" of "12th". Nothing for "1.2.3".
WrittenNumber read_digit_number(const TokenView& view, std::uint32_t i,
                                std::string_view language);

// The number in words that begins with token `i`: "forty-two", "a dozen",
// "half a million", "zweiundvierzig", "quatre-vingt-dix", "twelfth".
WrittenNumber read_spelled_number(const TokenView& view, std::uint32_t i,
                                  const NumberWords& words);

// A number with Han digits or scales from byte `from` on: "40" and the sign for
// ten thousand. Nothing if no Han sign is in it.
WrittenNumber read_han_number(const TokenView& view, std::uint32_t i);

// Multiplies by the scale words from `number.end_token` on; `money` allows "m".
void take_scales(const TokenView& view, const NumberWords& words, bool money,
                 WrittenNumber& number);

// German number words are one word: "zweiundvierzig" (folded) is 42. -1 if it
// is no such word.
double german_number(std::string_view folded);

}  // namespace stemma::text
