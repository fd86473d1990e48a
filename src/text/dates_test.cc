#include "text/dates.h"

#include <chrono>

#include <gtest/gtest.h>

#include "support/cases.h"
#include "text/calendar.h"
#include "text/tokenize.h"

namespace stemma::text {
namespace {

std::string padded(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string describe(const DateMention& date) {
  const CalendarDay day = calendar_day(date.day);
  std::string out = date.resolved ? std::to_string(day.year) : "?";
  if (date.resolved && date.precision != DatePrecision::kYear) {
    out += '-' + padded(day.month);
  }
  if (date.resolved && date.precision == DatePrecision::kDay) {
    out += '-' + padded(day.day);
  }
  if (date.precision == DatePrecision::kMonth) out += " month";
  if (date.precision == DatePrecision::kYear) out += " year";
  if (date.weekday > 0) out += " weekday " + std::to_string(date.weekday);
  return out;
}

TEST(DatesTest, Cases) {
  testing::check_cases("dates.case", [](const testing::Case& one) {
    const std::string language = one.setting("language");
    const auto published =
        parse_time(one.setting("published")).value_or(PublicationTime());
    const auto tokens = tokenize(one.input, language);
    std::string out;
    for (const DateMention& date :
         find_dates(one.input, tokens, published, language)) {
      EXPECT_EQ(date.span.begin, tokens[date.first_token].span.begin);
      EXPECT_LE(date.span.end, tokens[date.last_token - 1].span.end);
      out += std::string(slice(one.input, date.span)) + " = " + describe(date) +
             '\n';
    }
    return out;
  });
}

TEST(CalendarTest, SolarDatesAgreeWithPublishedOnes) {
  // First days of solar years as observed (calendar of the University of
  // Tehran): 1399 and 1403 were leap years.
  const std::pair<CalendarDay, CalendarDay> kPairs[] = {
      {{1399, 1, 1}, {2020, 3, 20}},   {{1400, 1, 1}, {2021, 3, 21}},
      {{1402, 8, 15}, {2023, 11, 6}},  {{1403, 1, 1}, {2024, 3, 20}},
      {{1357, 11, 22}, {1979, 2, 11}}, {{1403, 12, 30}, {2025, 3, 20}}};
  for (const auto& [solar, gregorian] : kPairs) {
    const auto day = solar_day_number(solar);
    ASSERT_EQ(day, day_number(gregorian)) << solar.year << ' ' << solar.month;
    const CalendarDay back = solar_calendar_day(*day);
    EXPECT_EQ(back.year, solar.year);
    EXPECT_EQ(back.month, solar.month);
    EXPECT_EQ(back.day, solar.day);
  }
  EXPECT_FALSE(solar_day_number({1402, 12, 30}));
}

}  // namespace
}  // namespace stemma::text
