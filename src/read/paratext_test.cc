#include "read/paratext.h"

#include <chrono>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/cases.h"

namespace stemma::read {
namespace {

std::string_view name_of(ParatextKind kind) {
  constexpr std::string_view kNames[] = {"header", "dateline", "byline",
                                         "credit", "address",  "caption"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(CreditKind kind) {
  constexpr std::string_view kNames[] = {"field",   "byline", "dateline",
                                         "closing", "source", "contribution",
                                         "address"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string describe(const PublicationTime& time) {
  const std::chrono::sys_seconds moment{std::chrono::seconds(time.seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  std::string out = fmt::format(
      "{:04}-{:02}-{:02} ", static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  if (time.precision == TimePrecision::kDay) return out + "day";
  const auto minutes = (moment - day) / std::chrono::minutes(1);
  return out + fmt::format("{:02}:{:02} minute", minutes / 60, minutes % 60);
}

std::string describe(const Report& report) {
  std::string out;
  const auto field = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out += fmt::format("{}: {}\n", name, value);
  };
  field("outlet", report.outlet);
  field("url", report.url);
  field("title", report.title);
  if (report.published.known()) {
    field("published", describe(report.published));
  }
  field("byline", report.byline);
  for (const Paratext& part : report.paratext) {
    field(name_of(part.kind), std::string(slice(report.text, part.span)));
  }
  for (const Credit& credit : report.credits) {
    field(fmt::format("credit {}", name_of(credit.kind)), credit.name);
    if (!credit.span.empty()) {
      EXPECT_EQ(slice(report.text, credit.span), credit.name);
    }
  }
  return out;
}

TEST(ParatextTest, Cases) {
  testing::check_cases("paratext.case", [](const testing::Case& one) {
    Report report{.outlet = one.setting("outlet"),
                  .title = one.setting("title"),
                  .text = one.input,
                  .byline = one.setting("byline")};
    find_paratext(report);
    return describe(report);
  });
}

TEST(ParatextTest, HeaderTimesSayWhereTheyAreFrom) {
  Report report{.text = "date 2023-11-07\n\nThe mayor closed the bridge."};
  find_paratext(report);
  EXPECT_EQ(report.published.origin, TimeOrigin::kHeader);
}

TEST(ParatextTest, TextWithoutWordsHasNone) {
  for (const char* text : {" ", "\n\n", "-", "(((", "...\n---\n***"}) {
    Report report{.text = text};
    find_paratext(report);
    EXPECT_TRUE(report.paratext.empty()) << text;
    EXPECT_TRUE(report.credits.empty()) << text;
  }
}

// Time would be minutes if any step were quadratic.
TEST(ParatextTest, LongLinesAndManyLinesTakeLinearTime) {
  std::string dashes;
  for (int i = 0; i < 200000; ++i) dashes += "A - (";
  std::string lines;
  for (int i = 0; i < 50000; ++i) lines += "Photo: (Photo: a) x\n";
  for (std::string* text : {&dashes, &lines}) {
    Report report{.text = std::move(*text)};
    find_paratext(report);
    EXPECT_FALSE(report.text.empty());
  }
}

}  // namespace
}  // namespace stemma::read
