// Cues, and dates that begin with a word; those that begin with a number are
// read by date_numbers.cc.
#include "text/date_pattern.h"

namespace stemma::text {
namespace {

// How far a cue such as "will" reaches.
constexpr std::uint32_t kFutureTokens = 12;

bool is_weak(const PhraseTable::Match& match) {
  return match.value->ends_with(" weak");
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
