// Days of calendars as days since 1970-01-01.
#pragma once

#include <cstdint>
#include <optional>

namespace stemma::text {

struct CalendarDay {
  int year = 0;
  int month = 0;
  int day = 0;
};

// Of the Gregorian calendar; empty for a day that there is not.
std::optional<std::int32_t> day_number(CalendarDay date);
CalendarDay calendar_day(std::int32_t day);

// Of the Iranian solar calendar, by the cycle of 33 years, which agrees with
// the observed calendar for the years 1178 to 1633 (Borkowski, "The Persian
// calendar for 3000 years", 1996).
std::optional<std::int32_t> solar_day_number(CalendarDay date);
CalendarDay solar_calendar_day(std::int32_t day);

// 1 Monday ... 7 Sunday.
int weekday_of(std::int32_t day);

}  // namespace stemma::text
