#include <gtest/gtest.h>

#include "support/cases.h"
#include "text/dates.h"

namespace stemma::text {
namespace {

// "<seconds since 1970> <precision>" a line, "none" where it is no time.
std::string describe(std::string_view written) {
  const auto time = parse_time(written);
  if (!time) return "none";
  constexpr std::string_view kNames[] = {"none", "day", "minute", "second"};
  return std::to_string(time->seconds) + ' ' +
         std::string(kNames[static_cast<std::size_t>(time->precision)]);
}

// Expected seconds are from `date -u -d ... +%s`.
TEST(ParseTimeTest, Cases) {
  testing::check_cases("parse_time.case", [](const testing::Case& one) {
    std::string out;
    std::string_view rest = one.input;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      out += describe(rest.substr(0, end)) + '\n';
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
  });
}

TEST(ParseTimeTest, EmptyOrHugeTextIsNoTime) {
  EXPECT_FALSE(parse_time(""));
  EXPECT_FALSE(parse_time("   "));
  EXPECT_FALSE(parse_time(std::string(1000000, '1')));
}

// The forms that are read by place give what the reader of all forms gives;
// the blank before them sends them to it.
TEST(ParseTimeTest, PlainFormsAreReadAsAnyOther) {
  for (const char* written :
       {"2023-11-07", "2024-02-29", "2023-02-29", "2023-13-01", "1900-01-01",
        "1402-08-16", "2100-12-31", "0000-00-00", "2023-11-07T14:05:09Z",
        "2023-11-07T24:00:00Z", "2023-11-07T23:59:60Z", "2023-11-07T14:60:00Z",
        "1969-12-31T23:59:59Z", "2023-11-07t14:05:09Z"}) {
    EXPECT_EQ(describe(written), describe(" " + std::string(written)))
        << written;
  }
}

}  // namespace
}  // namespace stemma::text
