// Dates that begin with a number, or with a word that a number follows.
#include <array>
#include <string>
#include <utility>

#include "text/date_pattern.h"
#include "text/digits.h"
#include "text/fold.h"
#include "text/lexicon.h"

namespace stemma::text {
namespace {

// The day, month or year sign of Chinese and Japanese at `position`, or 0.
char date_sign(std::string_view text, std::size_t position) {
  static constexpr std::array<std::pair<std::string_view, char>, 5> kSigns = {{
      {"\xE5\xB9\xB4", 'y'},
      {"\xE6\x9C\x88", 'm'},
      {"\xE6\x97\xA5", 'd'},
      {"\xE5\x8F\xB7", 'd'},
      {"\xE8\x99\x9F", 'd'},
  }};
  for (const auto& [sign, part] : kSigns) {
    if (text.substr(position, sign.size()) == sign) return part;
  }
  return 0;
}

}  // namespace

DatePatterns::Found DatePatterns::read_number(std::uint32_t i,
                                              const Context& context) const {
  if (auto found = read_calendar(i)) return found;
  return read_year(i, context);
}

// A date that begins with a number, with the day of the week after it.
DatePatterns::Found DatePatterns::read_calendar(std::uint32_t i) const {
  Found found = read_triple(i);
  if (!found) found = read_signs(i);
  if (!found) found = read_day_first(i, 1);
  if (found && found->day > 0) take_weekday(*found);
  return found;
}

// "6/11/2023", "06.11.2023", "2023-11-06"; German and Russian also "6.11.".
DatePatterns::Found DatePatterns::read_triple(std::uint32_t i) const {
  const std::string_view text = view_.text();
  const DigitRun first = read_digits(text, view_[i].span.begin);
  if (!first || first.digits > 4 || first.end >= text.size()) {
    return std::nullopt;
  }
  const char mark = text[first.end];
  if (mark != '-' && mark != '/' && mark != '.') return std::nullopt;
  const DigitRun second = read_digits(text, first.end + 1);
  if (!second || second.digits > 2) return std::nullopt;
  const bool marked = second.end < text.size() && text[second.end] == mark;
  const DigitRun third =
      marked ? read_digits(text, second.end + 1) : DigitRun();
  WrittenDate date{.first_token = i};
  std::uint32_t end = third.end;
  if (third && first.digits == 4 && third.digits <= 2) {
    date.year = static_cast<int>(first.value);
    date.day = static_cast<int>(third.value);
  } else if (third && first.digits <= 2 && third.digits == 4) {
    date.year = static_cast<int>(third.value);
    date.day = static_cast<int>(first.value);
    date.either_order = mark == '/' && language_ == "en";
  } else if (!third && marked && mark == '.' &&
             (language_ == "de" || language_ == "ru") && second.value > 0) {
    date.day = static_cast<int>(first.value);
    end = second.end + 1;
  } else {
    return std::nullopt;
  }
  date.month = static_cast<int>(second.value);
  if (date.month == 0 || date.day == 0) return std::nullopt;
  date.last_token = view_.token_at(i, end);
  // "1.2.2023.5" and the like are no dates.
  if (end < text.size() && text[end] == mark &&
      digit_at(text, end + 1).value >= 0) {
    return std::nullopt;
  }
  return date;
}

// Chinese and Japanese: numbers, each with the sign of its part after it.
DatePatterns::Found DatePatterns::read_signs(std::uint32_t i) const {
  WrittenDate date{.first_token = i};
  const std::string_view text = view_.text();
  std::size_t at = view_[i].span.begin;
  char last = 0;
  while (const DigitRun run = read_digits(text, at)) {
    const char sign = date_sign(text, run.end);
    const bool in_order = last == 0 || (last == 'y' && sign == 'm') ||
                          (last == 'm' && sign == 'd');
    const auto value = static_cast<int>(run.digits > 4 ? 9999 : run.value);
    const bool fits = (sign == 'y' && run.digits == 4) ||
                      (sign == 'm' && value >= 1 && value <= 12) ||
                      (sign == 'd' && value >= 1 && value <= 31);
    if (!in_order || !fits) break;
    (sign == 'y' ? date.year : sign == 'm' ? date.month : date.day) = value;
    last = sign;
    at = run.end + 3;
  }
  if (last == 0) return std::nullopt;
  date.last_token = view_.token_at(i, static_cast<std::uint32_t>(at));
  return date;
}

// "6 November", "6. November 2023", "6th of November", "6 - 8 November".
DatePatterns::Found DatePatterns::read_day_first(std::uint32_t i,
                                                 int ranges_left) const {
  WrittenDate date{.first_token = i};
  std::uint32_t next = i;
  date.day = day_number(i, next);
  if (date.day < 0) return std::nullopt;
  std::uint32_t at = next;
  if (view_.is(at, ".") && view_.glued(at)) ++at;
  const std::uint32_t after_day = at;
  if (take_month(skip_links(at), date)) {
    take_year(date.last_token, date);
    return date;
  }
  // Vietnamese: "6 thang 11 nam 2023", "ngay 6/11" (with their marks).
  if (language_ == "vi") {
    const std::uint32_t linked = skip_links(at);
    const bool slash = view_.is(at, "/") && view_.glued(at);
    const int month = plain_number(slash ? at + 1 : linked, 2);
    if ((slash || linked > at) && month >= 1 && month <= 12) {
      date.month = month;
      date.last_token = (slash ? at + 1 : linked) + 1;
      take_year(date.last_token, date);
      return date;
    }
  }
  if (ranges_left == 0) return std::nullopt;
  const std::string word = view_.folded(at);
  if (!lexicon(lexicon_language(language_)).has("range_word", word)) {
    return std::nullopt;
  }
  const auto other = read_day_first(at + 1, ranges_left - 1);
  if (!other || other->day <= date.day) return std::nullopt;
  date.month = other->month;
  date.year = other->year;
  date.solar = other->solar;
  date.last_token = after_day;
  return date;
}

// Vietnamese: "ngay 6/11", "thang 11", "thang 11 nam 2023" (with marks).
DatePatterns::Found DatePatterns::read_number_words(std::uint32_t i) const {
  if (language_ != "vi" || !words_.link.match(view_.tokens(), i)) {
    return std::nullopt;
  }
  if (auto found = read_day_first(i + 1, 1)) {
    found->first_token = i;
    return found;
  }
  const int month = plain_number(i + 1, 2);
  if (view_.folded(i) != "thang" || month < 1 || month > 12) {
    return std::nullopt;
  }
  WrittenDate date{.first_token = i, .last_token = i + 2, .month = month};
  if (view_.is(i + 2, "/") && plain_number(i + 3, 4) >= 1000) {
    date.year = plain_number(i + 3, 4);
    date.last_token = i + 4;
  } else {
    take_year(i + 2, date);
  }
  return date;
}

// A year by itself needs a word beside it that says so.
DatePatterns::Found DatePatterns::read_year(std::uint32_t i,
                                            const Context& context) const {
  const int year = plain_number(i, 4);
  if (year < 1000 || year > 2199) return std::nullopt;
  WrittenDate date{.first_token = i, .last_token = i + 1, .year = year};
  date.solar = language_ == "fa" && year >= 1300 && year < 1500;
  if (const auto after = words_.year_follows.match(view_.tokens(), i + 1)) {
    date.last_token += after.tokens;
    return date;
  }
  const bool bracketed = view_.is(i + 1, ")") && i > 0 && view_.is(i - 1, "(");
  const bool counts = view_.is_word(i + 1) && !view_[i + 1].function_word &&
                      !view_[i + 1].capitalised;
  const bool cue = context.year_cue == i && (year % 100 != 0 || !counts);
  const bool likely = year >= 1800 && year < 2100;
  const bool round_count = context.weak_year_cue && counts && year % 10 == 0;
  if (cue && likely && !round_count) return date;
  return bracketed && likely ? Found(date) : std::nullopt;
}

// "(Monday)" after a date.
void DatePatterns::take_weekday(WrittenDate& date) const {
  const std::uint32_t open = date.last_token;
  if (!view_.is(open, "(") && !view_.is(open, "\xEF\xBC\x88")) return;
  auto day = words_.weekday.match(view_.tokens(), open + 1);
  if (!day) day = words_.weekday_short.match(view_.tokens(), open + 1);
  if (!day) return;
  const std::uint32_t close = open + 1 + day.tokens;
  if (!view_.is(close, ")") && !view_.is(close, "\xEF\xBC\x89")) return;
  date.weekday = day.number();
  date.last_token = close + 1;
}

// A number token that is nothing but at most `most_digits` digits, or -1.
int DatePatterns::plain_number(std::uint32_t i,
                               std::uint32_t most_digits) const {
  if (i >= view_.size() || view_[i].kind != TokenKind::kNumber) return -1;
  const DigitRun run = read_digits(view_.text(), view_[i].span.begin);
  if (!run || run.digits > most_digits || run.end != view_[i].span.end) {
    return -1;
  }
  return static_cast<int>(run.value);
}

// The day of a month at token `i`, with "th" and the like; -1 if none. `next`
// becomes the token after it.
int DatePatterns::day_number(std::uint32_t i, std::uint32_t& next) const {
  if (i >= view_.size() || view_[i].kind != TokenKind::kNumber) return -1;
  const Span span = view_[i].span;
  const DigitRun run = read_digits(view_.text(), span.begin);
  if (!run || run.digits > 2 || run.value < 1 || run.value > 31) return -1;
  next = i + 1;
  if (run.end < span.end) {
    const auto suffix = view_.text().substr(run.end, span.end - run.end);
    if (!lexicon(language_).has("ordinal_suffix", fold(suffix))) return -1;
  } else if (view_.glued(next)) {
    next += words_.ordinal_suffix.match(view_.tokens(), next).tokens;
  }
  return static_cast<int>(run.value);
}

}  // namespace stemma::text
