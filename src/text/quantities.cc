// Numbers as values that can be compared.
//
// One pass over the tokens that are in no date. A number is read in digits,
// words or Han signs (number_text.h); then what stands beside it says what it
// is: a mark or word for percent, money, a unit, a clock time, an ordinal, or
// else the noun that is counted. Values are in a base unit (metres, kilograms,
// seconds, months, square metres), so that "5 km" and "5,000 metres" are equal;
// money keeps its currency. Of a range ("40 to 50 people") each end is a
// quantity, and the first takes the unit that only the second shows. A bare
// number between 1900 and 2099 is taken for a year and passed over, and so is a
// number that only names something ("Flight 370").
#include "text/quantities.h"

#include <cmath>

#include "text/clock_time.h"
#include "text/lexicon.h"
#include "text/number_text.h"
#include "text/quantity_units.h"
#include "text/quantity_words.h"
#include "text/token_view.h"

namespace stemma::text {
namespace {

// A quantity with what a range needs to know of it.
struct Reading {
  Quantity quantity;
  double factor = 1;  // from the number written to the value
  std::uint32_t number_begin = 0;
};

class QuantityFinder {
 public:
  QuantityFinder(const TokenView& view, std::string_view language)
      : view_(view),
        language_(language),
        dense_(language == "zh" || language == "ja"),
        numbers_(number_words(language)),
        words_(quantity_words(language)),
        units_(view, language) {}

  std::vector<Quantity> find(std::span<const DateMention> dates) {
    std::size_t date = 0;
    for (std::uint32_t i = 0; i < view_.size();) {
      while (date < dates.size() && dates[date].last_token <= i) ++date;
      if (date < dates.size() && dates[date].first_token <= i) {
        i = dates[date].last_token;
        continue;
      }
      const std::uint32_t next = read(i);
      if (next == i) note_bound(i);
      i = std::max(next, i + 1);
    }
    std::vector<Quantity> quantities;
    quantities.reserve(readings_.size());
    for (Reading& reading : readings_) {
      quantities.push_back(std::move(reading.quantity));
    }
    return quantities;
  }

 private:
  void note_bound(std::uint32_t i) {
    if (!view_.is_word(i)) return;
    const auto bound = words_.bound.match(view_.tokens(), i);
    if (!bound || i + bound.tokens <= bound_end_) return;
    bound_end_ = i + bound.tokens;
    bound_ = bound_of(*bound.value);
  }

  static Bound bound_of(std::string_view value) {
    if (value == "least") return Bound::kAtLeast;
    return value == "most" ? Bound::kAtMost : Bound::kAbout;
  }

  // The token after the quantity at `i`; `i` if there is none.
  std::uint32_t read(std::uint32_t i) {
    WrittenNumber number;
    const bool digits = view_[i].kind == TokenKind::kNumber;
    if (digits) {
      if (const auto clock = read_clock_time(view_, i, language_)) {
        return add_clock(i, *clock);
      }
      if (dense_) number = read_han_number(view_, i);
      if (!number) number = read_digit_number(view_, i, language_);
      if (!number) return i + 1;
    } else if (view_.is_word(i)) {
      number = dense_ ? read_han_number(view_, i)
                      : read_spelled_number(view_, i, numbers_);
      if (!number || !is_meant(i, number)) return i;
    } else {
      return i;
    }
    return add(i, digits, number);
  }

  // Articles and a lone Han digit are mostly no numbers.
  bool is_meant(std::uint32_t i, const WrittenNumber& number) const {
    if (number.end_token > i + 1) return true;
    if (dense_) {
      constexpr std::uint32_t kTwoSigns = 6;
      return number.end - view_[i].span.begin >= kTwoSigns ||
             words_.unit.match(view_.tokens(), number.end_token);
    }
    if (numbers_.article.match(view_.tokens(), i)) return false;
    const bool in_name = language_ == "en" && i > 0 && view_[i].capitalised &&
                         view_[i - 1].capitalised;
    if (in_name) return false;  // "Formula One"
    if (number.ordinal) {
      return i > 0 && view_[i - 1].function_word &&
             view_.is_word(number.end_token) &&
             !view_[number.end_token].function_word;
    }
    return number.value != 1 || units_.is_content(number.end_token);
  }

  std::uint32_t add(std::uint32_t i, bool digits, WrittenNumber number) {
    Reading reading;
    Quantity& quantity = reading.quantity;
    std::uint32_t first = i;
    std::string_view currency = units_.currency_before(i, first);
    const bool percent = i > 0 && units_.percent_before(i, first);
    if (dense_) {
      units_.take_counter(number, quantity);
    } else if (digits &&
               !units_.take_suffix(i, !currency.empty(), number, quantity)) {
      return number.end_token;
    }
    if (quantity.kind == QuantityKind::kCount && !number.ordinal) {
      take_scales(view_, numbers_, !currency.empty(), number);
    }
    if (quantity.unit.empty() && currency.empty()) {
      currency = units_.take_currency(number);
    }
    reading.number_begin = i;
    if (!currency.empty()) {
      quantity.kind = QuantityKind::kMoney;
      quantity.unit = currency;
    } else if (percent) {
      quantity.kind = QuantityKind::kPercent;
      quantity.unit.assign(1, '%');
    } else if (quantity.kind == QuantityKind::kCount && quantity.unit.empty()) {
      if (!take_unit(i, digits, number, quantity)) return number.end_token;
    }
    quantity.value = number.value;
    finish(first, number, reading);
    return number.end_token;
  }

  // What follows the number. False if the number is none of ours.
  bool take_unit(std::uint32_t i, bool digits, WrittenNumber& number,
                 Quantity& quantity) const {
    if (number.ordinal || (digits && units_.take_ordinal(i, number))) {
      quantity.kind = QuantityKind::kOrdinal;
      return true;
    }
    return units_.take_percent(number, quantity) ||
           units_.take_measure(number, quantity) ||
           units_.take_noun(number, quantity) || !digits ||
           !only_names(i, number);
  }

  // Whether digits with no noun after them are a year, or name something:
  // "Flight 370".
  bool only_names(std::uint32_t i, const WrittenNumber& number) const {
    const bool year = number.plain && number.value >= 1900 &&
                      number.value < 2100 &&
                      number.value == std::floor(number.value);
    const bool label = i > 0 && view_[i - 1].capitalised && language_ != "de" &&
                       !view_[i - 1].function_word && bound_end_ != i;
    const bool code = view_.glued(i) && view_.is(i - 1, "-");
    return year || label || code;
  }

  std::uint32_t add_clock(std::uint32_t i, const ClockTime& clock) {
    Reading reading;
    reading.quantity.kind = QuantityKind::kClock;
    reading.quantity.value = clock.seconds;
    WrittenNumber number;
    number.end = clock.end;
    number.end_token = clock.end_token;
    finish(i, number, reading);
    return clock.end_token;
  }

  void finish(std::uint32_t first, const WrittenNumber& number,
              Reading& reading) {
    Quantity& quantity = reading.quantity;
    quantity.first_token = first;
    quantity.last_token = number.end_token;
    quantity.span = {view_[first].span.begin, number.end};
    reading.factor = number.scale;
    if (bound_end_ == first && first > 0) quantity.bound = bound_;
    if (const auto after =
            words_.bound_after.match(view_.tokens(), number.end_token)) {
      quantity.bound = bound_of(*after.value);
    }
    share_unit(reading);
    readings_.push_back(std::move(reading));
  }

  // "40 to 50 people", "3 to 5 million euros"
  void share_unit(const Reading& second) {
    if (readings_.empty()) return;
    Reading& first = readings_.back();
    const std::uint32_t between = first.quantity.last_token;
    const auto range = words_.range.match(view_.tokens(), between);
    const bool joined =
        range && between + range.tokens == second.quantity.first_token;
    if (!joined || first.quantity.kind != QuantityKind::kCount ||
        !first.quantity.unit.empty() || first.factor != 1) {
      return;
    }
    first.quantity.kind = second.quantity.kind;
    first.quantity.unit = second.quantity.unit;
    first.quantity.value *= second.factor;
  }

  const TokenView& view_;
  std::string_view language_;
  const bool dense_;
  const NumberWords& numbers_;
  const QuantityWords& words_;
  const QuantityUnits units_;
  std::uint32_t bound_end_ = 0;  // 0: none; the token after the last bound
  Bound bound_ = Bound::kExact;
  std::vector<Reading> readings_;
};

}  // namespace

std::vector<Quantity> find_quantities(std::string_view text,
                                      std::span<const Token> tokens,
                                      std::span<const DateMention> dates,
                                      std::string_view language) {
  const TokenView view(text, tokens);
  return QuantityFinder(view, lexicon_language(language)).find(dates);
}

}  // namespace stemma::text
