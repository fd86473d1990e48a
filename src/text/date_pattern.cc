#include "text/date_pattern.h"

#include <array>

#include "text/digits.h"
#include "text/fold.h"
#include "text/lexicon.h"

namespace stemma::text {
namespace {

// How far a cue such as "will" reaches.
constexpr std::uint32_t kFutureTokens = 12;

bool is_weak(const PhraseTable::Match& match) {
  return match.value->ends_with(" weak");
}

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

bool ends_clause(std::string_view mark) {
  return mark == "." || mark == "!" || mark == "?" || mark == ";";
}

}  // namespace

void DatePatterns::note(std::uint32_t i, Context& context) const {
  const auto tokens = view_.tokens();
  if (tokens[i].kind == TokenKind::kPunctuation) {
    if (ends_clause(view_.written(i))) context.future_until = 0;
    return;
  }
  if (!words_.may_begin(tokens[i].fold)) return;
  if (const auto cue = words_.year_cue.match(tokens, i)) {
    context.year_cue = i + cue.tokens;
    context.weak_year_cue = *cue.value == "weak";
  }
  if (const auto cue = words_.month_cue.match(tokens, i)) {
    context.month_cue = i + cue.tokens;
  }
  if (const auto cue = words_.weekday_cue.match(tokens, i)) {
    context.weekday_cue = i + cue.tokens;
  }
  if (const auto cue = words_.direction.match(tokens, i)) {
    context.direction_cue = i + cue.tokens;
    context.direction = *cue.value == "next" ? 1 : -1;
  }
  if (words_.future.match(tokens, i)) context.future_until = i + kFutureTokens;
}

DatePatterns::Found DatePatterns::read(std::uint32_t i,
                                       const Context& context) const {
  const Token& token = view_[i];
  if (token.kind == TokenKind::kNumber) return read_number(i, context);
  if (token.kind != TokenKind::kWord || !words_.may_begin(token.fold)) {
    return std::nullopt;
  }
  if (auto found = read_weekday(i, context)) return found;
  if (auto found = read_relative(i)) return found;
  if (auto found = read_number_words(i)) return found;
  return read_month_first(i, context);
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

std::uint32_t DatePatterns::skip_links(std::uint32_t i) const {
  for (int times = 0; times < 2; ++times) {
    i += words_.link.match(view_.tokens(), i).tokens;
  }
  return i;
}

bool DatePatterns::take_month(std::uint32_t i, WrittenDate& date) const {
  if (!view_.is_word(i)) return false;
  auto month = words_.month.match(view_.tokens(), i);
  const bool solar = !month;
  if (solar) month = words_.solar_month.match(view_.tokens(), i);
  if (!month) return false;
  if (needs_capital() && !view_[i].capitalised) return false;
  date.month = month.number();
  date.solar = solar;
  date.last_token = i + month.tokens;
  // Arabic gives both names of a month: "nufambir/tishrin al-thani".
  if (view_.is(date.last_token, "/")) {
    const auto other = words_.month.match(view_.tokens(), date.last_token + 1);
    if (other && other.number() == date.month) {
      date.last_token += 1 + other.tokens;
    }
  }
  return true;
}

// A year after the rest of a date: ", 2023", " de 2023", " 2023".
void DatePatterns::take_year(std::uint32_t from, WrittenDate& date) const {
  std::uint32_t at = from;
  if (view_.is(at, ".") && view_.glued(at)) ++at;
  if (view_.is(at, ",")) ++at;
  at = skip_links(at);
  at += words_.year_cue.match(view_.tokens(), at).tokens;
  const int year = plain_number(at, 4);
  if (year < 1000) return;
  if (view_.is(at + 1, ":") && view_.glued(at + 1)) return;
  date.year = year;
  date.last_token = at + 1;
  if (date.year > 0) {
    const auto after = words_.year_follows.match(view_.tokens(), at + 1);
    date.last_token += after.tokens;
  }
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

// "November 6, 2023", "Nov. 6", "November 2023", "in November".
DatePatterns::Found DatePatterns::read_month_first(
    std::uint32_t i, const Context& context) const {
  WrittenDate date{.first_token = i};
  if (!take_month(i, date)) return std::nullopt;
  std::uint32_t at = date.last_token;
  if (view_.is(at, ".") && view_.glued(at)) ++at;
  std::uint32_t next = at;
  const int day = day_number(at, next);
  const bool clock_or_sum =
      (view_.is(next, ":") || view_.is(next, "%")) && view_.glued(next);
  if (day > 0 && !clock_or_sum && !date.solar) {
    date.day = day;
    date.last_token = next;
  }
  take_year(date.last_token, date);
  if (date.day > 0 || date.year > 0) return date;
  if (context.direction_cue == i) date.direction = context.direction;
  const auto match = date.solar ? words_.solar_month.match(view_.tokens(), i)
                                : words_.month.match(view_.tokens(), i);
  if (is_weak(match) && context.month_cue != i && date.direction == 0) {
    return std::nullopt;
  }
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

DatePatterns::Found DatePatterns::read_weekday(std::uint32_t i,
                                               const Context& context) const {
  const auto tokens = view_.tokens();
  auto day = words_.weekday.match(tokens, i);
  const bool abbreviated = !day;
  if (abbreviated) day = words_.weekday_short.match(tokens, i);
  if (!day || (needs_capital() && !view_[i].capitalised)) return std::nullopt;
  if (language_ == "vi" && context.weekday_cue != i &&
      !view_[i + day.tokens - 1].capitalised) {
    return std::nullopt;
  }
  WrittenDate date{.first_token = i, .last_token = i + day.tokens};
  date.weekday = day.number();
  date.ahead = i < context.future_until ||
               words_.future.match(tokens, date.last_token).tokens > 0;
  if (context.direction_cue == i) date.direction = context.direction;
  std::uint32_t at = date.last_token;
  if (abbreviated && view_.is(at, ".") && view_.glued(at)) ++at;
  if (const auto after = words_.direction.match(tokens, at);
      after && !needs_capital()) {
    date.direction = *after.value == "next" ? 1 : -1;
    date.last_token = at = at + after.tokens;
  }
  const bool comma = view_.is(at, ",") || view_.is(at, "\xD8\x8C");
  if (comma) ++at;
  const bool bracket = view_.is(at, "(") || view_.is(at, "\xEF\xBC\x88");
  if (bracket) ++at;
  if (language_ != "vi") at = skip_links(at);
  Found rest = read_calendar(at < view_.size() ? at : i);
  if (!rest && at < view_.size()) rest = read_month_first(at, {});
  if (!rest && language_ == "vi") rest = read_number_words(at);
  if (rest && rest->day > 0 && rest->first_token == at) {
    rest->first_token = i;
    rest->weekday = date.weekday;
    const bool closes = view_.is(rest->last_token, ")") ||
                        view_.is(rest->last_token, "\xEF\xBC\x89");
    if (bracket && closes) ++rest->last_token;
    return rest;
  }
  return abbreviated ? std::nullopt : Found(date);
}

DatePatterns::Found DatePatterns::read_relative(std::uint32_t i) const {
  const auto tokens = view_.tokens();
  WrittenDate date{.first_token = i};
  date.relative = true;
  if (const auto day = words_.relative_day.match(tokens, i)) {
    if (is_weak(day)) return std::nullopt;
    date.offset = day.number();
    date.last_token = i + day.tokens;
    return date;
  }
  const auto period = words_.relative_period.match(tokens, i);
  if (!period) return std::nullopt;
  const std::size_t space = period.value->find(' ');
  date.unit = (*period.value)[0];
  date.offset = period.value->ends_with("-1")  ? -1
                : period.value->ends_with("1") ? 1
                                               : 0;
  date.last_token = i + period.tokens;
  if (space == std::string::npos) return std::nullopt;
  // Chinese and Japanese: "last year" before a month, "this month" before a
  // day.
  if (view_.glued(date.last_token) &&
      view_[date.last_token].kind == TokenKind::kNumber) {
    const Found rest = read_signs(date.last_token);
    if (rest && rest->year == 0) {
      date.month = rest->month;
      date.day = rest->day;
      date.last_token = rest->last_token;
    }
  }
  return date;
}

}  // namespace stemma::text
