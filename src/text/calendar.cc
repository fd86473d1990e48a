#include "text/calendar.h"

#include <chrono>

namespace stemma::text {
namespace {

constexpr int kCycleYears = 33;
constexpr int kLeapYearsACycle = 8;
constexpr int kFirstYear = 1178;
constexpr int kLastYear = 1633;

bool is_solar_leap(int year) { return (25 * year + 11) % kCycleYears < 8; }

int solar_month_days(int year, int month) {
  if (month <= 6) return 31;
  return month < 12 || is_solar_leap(year) ? 30 : 29;
}

// Days from the first day of solar year 1 to the first of `year`.
int solar_days_before(int year) {
  const int cycles = (year - 1) / kCycleYears;
  int days = cycles * (kCycleYears * 365 + kLeapYearsACycle);
  for (int y = cycles * kCycleYears + 1; y < year; ++y) {
    days += is_solar_leap(y) ? 366 : 365;
  }
  return days;
}

// 1 Farvardin 1402 was 2023-03-21, day 19437 since 1970.
int solar_epoch() { return 19437 - solar_days_before(1402); }

}  // namespace

std::optional<std::int32_t> day_number(CalendarDay date) {
  using std::chrono::day;
  using std::chrono::month;
  using std::chrono::year;
  if (date.year < 1 || date.year > 9999 || date.month < 1 || date.day < 1) {
    return std::nullopt;
  }
  const std::chrono::year_month_day written(
      year(date.year), month(static_cast<unsigned>(date.month)),
      day(static_cast<unsigned>(date.day)));
  if (!written.ok()) return std::nullopt;
  return static_cast<std::int32_t>(
      std::chrono::sys_days{written}.time_since_epoch().count());
}

CalendarDay calendar_day(std::int32_t day) {
  const std::chrono::year_month_day date{
      std::chrono::sys_days(std::chrono::days(day))};
  return {static_cast<int>(date.year()),
          static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::optional<std::int32_t> solar_day_number(CalendarDay date) {
  if (date.year < kFirstYear || date.year > kLastYear || date.month < 1 ||
      date.month > 12 || date.day < 1 ||
      date.day > solar_month_days(date.year, date.month)) {
    return std::nullopt;
  }
  int day = solar_epoch() + solar_days_before(date.year) + date.day - 1;
  for (int m = 1; m < date.month; ++m) day += solar_month_days(date.year, m);
  return day;
}

CalendarDay solar_calendar_day(std::int32_t day) {
  CalendarDay date{calendar_day(day).year - 622, 1, 1};
  while (solar_day_number({date.year + 1, 1, 1}).value_or(INT32_MAX) <= day) {
    ++date.year;
  }
  int left = day - solar_epoch() - solar_days_before(date.year);
  while (date.month < 12 && left >= solar_month_days(date.year, date.month)) {
    left -= solar_month_days(date.year, date.month);
    ++date.month;
  }
  date.day = left + 1;
  return date;
}

int weekday_of(std::int32_t day) {
  const std::chrono::weekday weekday{
      std::chrono::sys_days(std::chrono::days(day))};
  return static_cast<int>(weekday.iso_encoding());
}

}  // namespace stemma::text
