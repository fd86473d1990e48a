// Calendar dates in text.
//
// One pass over the tokens. At each token date_pattern.h reads the parts that
// are written there; here the parts that are not are filled in from the day of
// publication. News looks back: "Monday" is the last Monday on or before that
// day, unless the clause says that it is to come ("next Monday", "will meet
// on Monday"). A day and month without a year are taken in the year that
// brings them nearest. What cannot be dated is kept as unresolved, so that
// the words are still known to be a date and no quantity; an impossible date
// (31 June) is no date at all.
#include "text/dates.h"

#include <algorithm>
#include <cstdlib>

#include "text/calendar.h"
#include "text/date_pattern.h"
#include "text/token_view.h"
#include "text/word.h"

namespace stemma::text {
namespace {

constexpr std::int64_t kSecondsADay = 86400;

std::int32_t day_of(const PublicationTime& time) {
  const std::int64_t day =
      time.seconds >= 0 ? time.seconds / kSecondsADay
                        : -((-time.seconds + kSecondsADay - 1) / kSecondsADay);
  constexpr std::int64_t kLargest = 2932896;  // 9999-12-31
  return static_cast<std::int32_t>(
      std::clamp<std::int64_t>(day, -kLargest, kLargest));
}

// Without the "'s" of "Sunday's".
Span span_of(const TokenView& view, const WrittenDate& date) {
  const std::uint32_t last = date.last_token - 1;
  const auto size =
      static_cast<std::uint32_t>(without_possessive(view.written(last)).size());
  return {view[date.first_token].span.begin, view[last].span.begin + size};
}

class Resolver {
 public:
  explicit Resolver(const PublicationTime& published)
      : known_(published.known()),
        day_(known_ ? day_of(published) : 0),
        today_(calendar_day(day_)) {}

  // Empty if there is no such day.
  std::optional<DateMention> resolve(const WrittenDate& date) const {
    DateMention mention;
    mention.weekday = static_cast<std::uint8_t>(date.weekday);
    mention.precision = precision_of(date);
    if (date.year > 0) return with_year(date, mention);
    if (!known_)
      return is_possible(date) ? std::optional(mention) : std::nullopt;
    std::optional<std::int32_t> day;
    if (date.relative) {
      day = relative(date);
    } else if (date.month > 0) {
      day = nearest(date);
    } else if (date.day > 0) {
      day = last_with_day(date.day);
    } else {
      day = weekday(date);
    }
    if (!day) return std::nullopt;
    mention.day = *day;
    mention.resolved = true;
    return mention;
  }

 private:
  static DatePrecision precision_of(const WrittenDate& date) {
    if (date.day > 0) return DatePrecision::kDay;
    if (date.month > 0) return DatePrecision::kMonth;
    if (date.year > 0) return DatePrecision::kYear;
    if (date.relative && date.unit == 'm') return DatePrecision::kMonth;
    if (date.relative && date.unit == 'y') return DatePrecision::kYear;
    return DatePrecision::kDay;
  }

  static std::optional<std::int32_t> in_year(const WrittenDate& date,
                                             int year) {
    const CalendarDay full{year, std::max(date.month, 1),
                           std::max(date.day, 1)};
    return date.solar ? solar_day_number(full) : day_number(full);
  }

  static bool is_possible(const WrittenDate& date) {
    if (date.month == 0 || date.day == 0) return true;
    constexpr int kLeapYear = 2000;
    constexpr int kSolarLeapYear = 1403;
    return in_year(date, date.solar ? kSolarLeapYear : kLeapYear).has_value();
  }

  std::optional<DateMention> with_year(const WrittenDate& date,
                                       DateMention mention) const {
    std::optional<std::int32_t> day = in_year(date, date.year);
    if (date.either_order) {
      WrittenDate other = date;
      std::swap(other.month, other.day);
      const auto swapped = in_year(other, date.year);
      if (!day) {
        day = swapped;
      } else if (swapped && *swapped != *day) {
        if (!known_) return mention;
        if (std::abs(*swapped - day_) < std::abs(*day - day_)) day = swapped;
      }
    }
    if (!day) return std::nullopt;
    mention.day = *day;
    mention.resolved = true;
    return mention;
  }

  // In the year that brings it nearest to publication; "last" and "next"
  // choose a side.
  std::optional<std::int32_t> nearest(const WrittenDate& date) const {
    const int year = date.solar ? solar_calendar_day(day_).year : today_.year;
    std::optional<std::int32_t> best;
    for (int y = year - 1; y <= year + 1; ++y) {
      const auto day = in_year(date, y);
      if (!day) continue;
      if (date.direction < 0 && *day + 28 > day_) continue;
      if (date.direction > 0 && *day <= day_) continue;
      // A month is as far away as its middle.
      const std::int32_t from = day_ - (date.day == 0 ? 14 : 0);
      if (!best || std::abs(*day - from) < std::abs(*best - from)) best = day;
    }
    // 29 February: leap years are further apart.
    for (int y = year - 8; !best && date.direction == 0 && y <= year; ++y) {
      best = in_year(date, y);
    }
    return best;
  }

  std::optional<std::int32_t> last_with_day(int day) const {
    CalendarDay date{today_.year, today_.month, day};
    for (int months = 0; months < 3; ++months) {
      const auto found = day_number(date);
      if (found && *found <= day_ + 1) return found;
      if (--date.month == 0) {
        date.month = 12;
        --date.year;
      }
    }
    return std::nullopt;
  }

  std::int32_t weekday(const WrittenDate& date) const {
    const int back = (weekday_of(day_) - date.weekday + 7) % 7;
    if (date.direction > 0) return day_ - back + 7;
    if (date.direction < 0) return day_ - (back == 0 ? 7 : back);
    return date.ahead && back > 0 ? day_ - back + 7 : day_ - back;
  }

  std::optional<std::int32_t> relative(const WrittenDate& date) const {
    if (date.unit == 'd') return day_ + date.offset;
    CalendarDay first{today_.year, 1, 1};
    if (date.unit == 'y') {
      first.year += date.offset;
      first.month = std::max(date.month, 1);
    } else {
      const int month = today_.month - 1 + date.offset;
      first.year += month < 0 ? -1 : month / 12;
      first.month = (month + 12) % 12 + 1;
    }
    first.day = std::max(date.day, 1);
    return day_number(first);
  }

  bool known_;
  std::int32_t day_;
  CalendarDay today_;
};

}  // namespace

std::vector<DateMention> find_dates(std::string_view text,
                                    std::span<const Token> tokens,
                                    const PublicationTime& published,
                                    std::string_view language) {
  std::vector<DateMention> dates;
  const TokenView view(text, tokens);
  const DatePatterns patterns(view, lexicon_language(language));
  const Resolver resolver(published);
  DatePatterns::Context context;
  for (std::uint32_t i = 0; i < tokens.size();) {
    std::uint32_t next = i + 1;
    if (const auto written = patterns.read(i, context)) {
      if (auto mention = resolver.resolve(*written)) {
        mention->first_token = written->first_token;
        mention->last_token = written->last_token;
        mention->span = span_of(view, *written);
        dates.push_back(*mention);
        next = written->last_token;
      }
    }
    for (; i < next; ++i) patterns.note(i, context);
  }
  return dates;
}

}  // namespace stemma::text
