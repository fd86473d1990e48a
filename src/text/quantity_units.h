// What stands beside a number and says what it counts: a sign or word of
// currency or percent, a unit, the mark of an ordinal, or the noun that is
// counted.
#pragma once

#include <cstdint>
#include <string_view>

#include "stemma/types/analysis.h"
#include "text/number_text.h"
#include "text/quantity_words.h"
#include "text/token_view.h"

namespace stemma::text {

// Each take_... looks at what follows `number`; what belongs to it is taken
// into the number (end, end_token; value and scale by the unit's factor) and
// noted in kind and unit of `quantity`.
class QuantityUnits {
 public:
  // `view` and `language` (ISO 639-1) outlive the object.
  QuantityUnits(const TokenView& view, std::string_view language);

  // The code of the currency that stands before token `i`, empty if none does;
  // `first` becomes the token that it begins with.
  std::string_view currency_before(std::uint32_t i, std::uint32_t& first) const;

  // Whether a word or sign of percent stands before token `i`; likewise.
  bool percent_before(std::uint32_t i, std::uint32_t& first) const;

  // The code of the currency that follows the number, empty if none does.
  std::string_view take_currency(WrittenNumber& number) const;

  // Letters glued to the digits of token `i`: "12th", "40km", "1.5bn". False
  // if they make the whole no quantity ("3D", "737s"). `money`: a currency
  // stands before it, so that "m" is a million.
  bool take_suffix(std::uint32_t i, bool money, WrittenNumber& number,
                   Quantity& quantity) const;

  // Chinese and Japanese: what is left of the token that the number ends in.
  void take_counter(WrittenNumber& number, Quantity& quantity) const;

  // Of digits that begin with token `i`: "12-j" in Russian, "12." before a
  // noun in German, Han and Vietnamese marks before the number.
  bool take_ordinal(std::uint32_t i, WrittenNumber& number) const;

  bool take_percent(WrittenNumber& number, Quantity& quantity) const;
  bool take_measure(WrittenNumber& number, Quantity& quantity) const;
  bool take_noun(WrittenNumber& number, Quantity& quantity) const;

  // Whether token `i` is a word of substance right after what is before it.
  bool is_content(std::uint32_t i) const;

 private:
  void extend(std::uint32_t tokens, WrittenNumber& number) const;
  std::uint32_t noun_after(std::uint32_t at) const;
  bool is_noun(std::uint32_t i) const;

  const TokenView& view_;
  std::string_view language_;
  const bool dense_;  // Chinese, Japanese
  const QuantityWords& words_;
};

}  // namespace stemma::text
