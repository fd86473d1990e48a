#include "text/quantity_units.h"

#include <algorithm>
#include <string>

#include "text/fold.h"
#include "text/lexicon.h"
#include "text/stem.h"

namespace stemma::text {
namespace {

constexpr std::uint32_t kNounReach = 4;

// "m 1000" or "c 0.5556 -32" onto the number itself.
void apply_unit(std::string_view unit, WrittenNumber& number,
                Quantity& quantity) {
  const std::size_t space = unit.find(' ');
  const std::size_t second = unit.find(' ', space + 1);
  quantity.kind = QuantityKind::kMeasure;
  quantity.unit = unit.substr(0, space);
  if (second != std::string_view::npos) {
    number.value += leading_number(unit.substr(second + 1));
  }
  const double factor = leading_number(unit.substr(space + 1));
  number.value *= factor;
  number.scale *= factor;
}

}  // namespace

QuantityUnits::QuantityUnits(const TokenView& view, std::string_view language)
    : view_(view),
      language_(language),
      dense_(language == "zh" || language == "ja"),
      words_(quantity_words(language)) {}

std::string_view QuantityUnits::currency_before(std::uint32_t i,
                                                std::uint32_t& first) const {
  for (std::uint32_t back = 2; back >= 1; --back) {
    if (back > i) continue;
    const auto currency = words_.currency.match(view_.tokens(), i - back);
    const bool sign = view_[i - 1].kind == TokenKind::kPunctuation ||
                      view_[i - 1].all_capitals;
    if (currency.tokens == back && sign) {
      first = i - back;
      return *currency.value;
    }
  }
  return {};
}

bool QuantityUnits::percent_before(std::uint32_t i,
                                   std::uint32_t& first) const {
  for (std::uint32_t back = 1; back <= 3 && back <= i; ++back) {
    if (words_.percent_before.match(view_.tokens(), i - back).tokens == back) {
      first = i - back;
      return true;
    }
  }
  return false;
}

std::string_view QuantityUnits::take_currency(WrittenNumber& number) const {
  // "3 millions d'euros"
  const std::uint32_t link =
      number.value >= 1e6
          ? words_.skip.match(view_.tokens(), number.end_token).tokens
          : 0;
  const auto after =
      words_.currency.match(view_.tokens(), number.end_token + link);
  if (!after) return {};
  extend(link + after.tokens, number);
  return *after.value;
}

bool QuantityUnits::take_suffix(std::uint32_t i, bool money,
                                WrittenNumber& number,
                                Quantity& quantity) const {
  const std::uint32_t end = view_[i].span.end;
  if (number.end >= end) return true;
  const std::string suffix =
      fold(view_.text().substr(number.end, end - number.end));
  const Lexicon& lists = lexicon(language_);
  number.end_token = i + 1;
  number.plain = false;
  const auto skip_to_end = [&] { number.end = end; };
  if (lists.has("ordinal_suffix", suffix)) {
    number.ordinal = true;
    quantity.kind = QuantityKind::kOrdinal;
    skip_to_end();
    return true;
  }
  if (const std::string* scale = lists.find("number_scale", suffix);
      scale != nullptr && (money || !scale->ends_with("money"))) {
    const double by = leading_number(*scale);
    number.value *= by;
    number.scale *= by;
    skip_to_end();
    return true;
  }
  if (const std::string* unit = lists.find("unit", suffix)) {
    skip_to_end();
    apply_unit(*unit, number, quantity);
    return true;
  }
  if (const std::string* code = lists.find("currency", suffix)) {
    quantity.kind = QuantityKind::kMoney;
    quantity.unit = *code;
    skip_to_end();
    return true;
  }
  return false;
}

void QuantityUnits::take_counter(WrittenNumber& number,
                                 Quantity& quantity) const {
  const std::uint32_t end = view_[number.end_token - 1].span.end;
  if (number.end >= end) return;
  const std::string rest =
      fold(view_.text().substr(number.end, end - number.end));
  const Lexicon& lists = lexicon(language_);
  number.end = end;
  number.plain = false;
  if (const std::string* code = lists.find("currency", rest)) {
    quantity.kind = QuantityKind::kMoney;
    quantity.unit = *code;
  } else if (const std::string* unit = lists.find("unit", rest)) {
    apply_unit(*unit, number, quantity);
  } else {
    quantity.unit = rest;
  }
}

bool QuantityUnits::take_ordinal(std::uint32_t i, WrittenNumber& number) const {
  const auto tokens = view_.tokens();
  if (i > 0 && words_.ordinal_before.match(tokens, i - 1).tokens == 1) {
    return true;
  }
  const std::uint32_t at = number.end_token;
  if (!view_.glued(at)) return false;
  if (const auto suffix = words_.ordinal_suffix.match(tokens, at)) {
    extend(suffix.tokens, number);
    return true;
  }
  const bool stop = language_ == "de" && number.plain && number.value < 1000 &&
                    view_.is(at, ".") && view_.is_word(at + 1) &&
                    !view_.glued(at + 1) && !view_.after_break(at + 1) &&
                    !view_[at + 1].function_word;
  if (stop) extend(1, number);
  return stop;
}

bool QuantityUnits::take_percent(WrittenNumber& number,
                                 Quantity& quantity) const {
  const auto percent = words_.percent.match(view_.tokens(), number.end_token);
  if (!percent) return false;
  quantity.kind = QuantityKind::kPercent;
  quantity.unit = *percent.value == "pp" ? "pp" : "%";
  extend(percent.tokens, number);
  return true;
}

bool QuantityUnits::take_measure(WrittenNumber& number,
                                 Quantity& quantity) const {
  std::uint32_t at = number.end_token;
  if (view_.is(at, "-") && view_.glued(at)) ++at;  // "19-year-old"
  const auto unit = words_.unit.match(view_.tokens(), at);
  if (!unit) return false;
  extend(at + unit.tokens - number.end_token, number);
  apply_unit(*unit.value, number, quantity);
  return true;
}

bool QuantityUnits::take_noun(WrittenNumber& number, Quantity& quantity) const {
  const bool one = number.value == 1 && is_content(number.end_token);
  const std::uint32_t noun =
      one ? number.end_token : noun_after(number.end_token);
  if (noun >= view_.size()) return false;
  quantity.unit = stem_of(view_.written(noun), language_);
  // A Vietnamese noun has often more syllables than its first.
  if (language_ != "vi") extend(noun + 1 - number.end_token, number);
  return true;
}

bool QuantityUnits::is_content(std::uint32_t i) const {
  return view_.is_word(i) && !view_.after_break(i) &&
         (dense_ || !view_[i].function_word);
}

void QuantityUnits::extend(std::uint32_t tokens, WrittenNumber& number) const {
  if (tokens == 0) return;
  number.end_token += tokens;
  number.end = view_[number.end_token - 1].span.end;
}

// The token of the noun counted, at `at` or after a few words; size() if
// there is none.
std::uint32_t QuantityUnits::noun_after(std::uint32_t at) const {
  if (view_.after_break(at)) return view_.size();
  for (int times = 0; times < 3; ++times) {
    at += words_.skip.match(view_.tokens(), at).tokens;
  }
  std::uint32_t capitalised = view_.size();
  for (std::uint32_t i = at; i < at + kNounReach && is_content(i); ++i) {
    if (!is_noun(i)) continue;
    if (language_ != "en" || !view_[i].capitalised) return i;
    capitalised = std::min(capitalised, i);
  }
  return capitalised;
}

// As far as the spelling shows it.
bool QuantityUnits::is_noun(std::uint32_t i) const {
  if (language_ == "de") return view_[i].capitalised;
  if (language_ != "en") return true;
  const std::string_view word = view_.written(i);
  return (word.ends_with('s') && !word.ends_with("ss")) ||
         words_.plural_noun.match(view_.tokens(), i);
}

}  // namespace stemma::text
