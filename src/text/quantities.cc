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

#include <charconv>
#include <cmath>

#include "text/clock_time.h"
#include "text/fold.h"
#include "text/lexicon.h"
#include "text/number_text.h"
#include "text/quantity_words.h"
#include "text/stem.h"
#include "text/token_view.h"

namespace stemma::text {
namespace {

constexpr std::uint32_t kNounReach = 4;

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
        words_(quantity_words(language)) {}

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
    return number.value != 1 || is_content(number.end_token);
  }

  std::uint32_t add(std::uint32_t i, bool digits, WrittenNumber number) {
    const auto tokens = view_.tokens();
    Reading reading;
    Quantity& quantity = reading.quantity;
    std::uint32_t first = i;
    std::string_view currency = currency_before(i, first);
    const bool percent = i > 0 && percent_before(i, first);
    if (dense_) {
      take_counter(number, quantity);
    } else if (digits && !take_suffix(i, !currency.empty(), number, quantity)) {
      return number.end_token;
    }
    if (quantity.kind == QuantityKind::kCount && !number.ordinal) {
      take_scales(view_, numbers_, !currency.empty(), number);
    }
    // "3 millions d'euros"
    const std::uint32_t link =
        number.value >= 1e6 ? words_.skip.match(tokens, number.end_token).tokens
                            : 0;
    auto after = words_.currency.match(tokens, number.end_token + link);
    if (!quantity.unit.empty() || !currency.empty()) after = {};
    reading.number_begin = i;
    if (!currency.empty() || after) {
      quantity.kind = QuantityKind::kMoney;
      quantity.unit = after ? std::string_view{*after.value} : currency;
      extend(after ? link + after.tokens : 0, number);
    } else if (percent) {
      quantity.kind = QuantityKind::kPercent;
      quantity.unit.assign(1, '%');
    } else if (quantity.kind == QuantityKind::kCount && quantity.unit.empty()) {
      if (!take_unit(i, digits, reading, number)) return number.end_token;
    }
    quantity.value = number.value;
    finish(first, number, reading);
    return number.end_token;
  }

  void extend(std::uint32_t tokens, WrittenNumber& number) const {
    if (tokens == 0) return;
    number.end_token += tokens;
    number.end = view_[number.end_token - 1].span.end;
  }

  std::string_view currency_before(std::uint32_t i,
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

  bool percent_before(std::uint32_t i, std::uint32_t& first) const {
    for (std::uint32_t back = 1; back <= 3 && back <= i; ++back) {
      if (words_.percent_before.match(view_.tokens(), i - back).tokens ==
          back) {
        first = i - back;
        return true;
      }
    }
    return false;
  }

  // Letters glued to the digits: "12th", "40km", "1.5bn". False if they make
  // the whole no quantity ("3D", "737s").
  bool take_suffix(std::uint32_t i, bool money, WrittenNumber& number,
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

  // Chinese and Japanese: what is left of the token that the number ends in.
  void take_counter(WrittenNumber& number, Quantity& quantity) const {
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

  static double leading_number(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }

  // "m 1000" or "c 0.5556 -32" onto the number itself.
  static void apply_unit(std::string_view unit, WrittenNumber& number,
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

  // What follows the number. False if the number is none of ours.
  bool take_unit(std::uint32_t i, bool digits, Reading& reading,
                 WrittenNumber& number) const {
    const auto tokens = view_.tokens();
    Quantity& quantity = reading.quantity;
    if (number.ordinal || (digits && is_ordinal(i, number))) {
      quantity.kind = QuantityKind::kOrdinal;
      return true;
    }
    if (const auto percent = words_.percent.match(tokens, number.end_token)) {
      quantity.kind = QuantityKind::kPercent;
      quantity.unit = *percent.value == "pp" ? "pp" : "%";
      extend(percent.tokens, number);
      return true;
    }
    std::uint32_t at = number.end_token;
    if (view_.is(at, "-") && view_.glued(at)) ++at;  // "19-year-old"
    if (const auto unit = words_.unit.match(tokens, at)) {
      extend(at + unit.tokens - number.end_token, number);
      apply_unit(*unit.value, number, quantity);
      return true;
    }
    const bool named = take_noun(number, quantity);
    if (!digits) return true;
    const bool year = number.plain && number.value >= 1900 &&
                      number.value < 2100 &&
                      number.value == std::floor(number.value);
    const bool label = i > 0 && view_[i - 1].capitalised && language_ != "de" &&
                       !view_[i - 1].function_word && bound_end_ != i;
    const bool code = view_.glued(i) && view_.is(i - 1, "-");
    return named || !(year || label || code);
  }

  // "12-j" in Russian, "12." before a noun in German, Han and Vietnamese
  // marks before the number.
  bool is_ordinal(std::uint32_t i, WrittenNumber& number) const {
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
    const bool stop =
        language_ == "de" && number.plain && number.value < 1000 &&
        view_.is(at, ".") && view_.is_word(at + 1) && !view_.glued(at + 1) &&
        !view_.after_break(at + 1) && !view_[at + 1].function_word;
    if (stop) extend(1, number);
    return stop;
  }

  // Takes in the noun counted; false if none follows.
  bool take_noun(WrittenNumber& number, Quantity& quantity) const {
    const bool one = number.value == 1 && is_content(number.end_token);
    const std::uint32_t noun =
        one ? number.end_token : noun_after(number.end_token);
    if (noun >= view_.size()) return false;
    quantity.unit = stem_of(view_.written(noun), language_);
    // A Vietnamese noun has often more syllables than its first.
    if (language_ != "vi") extend(noun + 1 - number.end_token, number);
    return true;
  }

  bool is_content(std::uint32_t i) const {
    return view_.is_word(i) && !view_.after_break(i) &&
           (dense_ || !view_[i].function_word);
  }

  // The token of the noun counted, at `at` or after a few words; size() if
  // there is none.
  std::uint32_t noun_after(std::uint32_t at) const {
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
  bool is_noun(std::uint32_t i) const {
    if (language_ == "de") return view_[i].capitalised;
    if (language_ != "en") return true;
    const std::string_view word = view_.written(i);
    return (word.ends_with('s') && !word.ends_with("ss")) ||
           words_.plural_noun.match(view_.tokens(), i);
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
