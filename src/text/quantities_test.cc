#include "text/quantities.h"

#include <charconv>

#include <gtest/gtest.h>

#include "support/cases.h"
#include "text/dates.h"
#include "text/number_text.h"
#include "text/tokenize.h"

namespace stemma::text {
namespace {

std::string describe(const Quantity& quantity) {
  constexpr std::string_view kKinds[] = {"count", "ordinal", "percent",
                                         "money", "measure", "clock"};
  constexpr std::string_view kBounds[] = {"", " about", " least", " most"};
  std::array<char, 64> value{};
  const auto end = std::to_chars(value.data(), value.data() + value.size(),
                                 quantity.value, std::chars_format::general, 10)
                       .ptr;
  std::string out(value.data(), end);
  out += ' ';
  out += kKinds[static_cast<std::size_t>(quantity.kind)];
  if (!quantity.unit.empty()) out += ' ' + quantity.unit;
  out += kBounds[static_cast<std::size_t>(quantity.bound)];
  return out;
}

TEST(QuantitiesTest, Cases) {
  testing::check_cases("quantities.case", [](const testing::Case& one) {
    const std::string language = one.setting("language");
    const auto tokens = tokenize(one.input, language);
    const auto dates = find_dates(one.input, tokens, {}, language);
    std::string out;
    for (const Quantity& quantity :
         find_quantities(one.input, tokens, dates, language)) {
      out += std::string(slice(one.input, quantity.span)) + " = " +
             describe(quantity) + '\n';
    }
    return out;
  });
}

TEST(GermanNumberTest, ReadsCompounds) {
  EXPECT_EQ(german_number("zwei"), 2);
  EXPECT_EQ(german_number("einundzwanzig"), 21);
  EXPECT_EQ(german_number("neunhundertneunundneunzig"), 999);
  EXPECT_EQ(german_number("zweitausenddreihundertvier"), 2304);
  EXPECT_EQ(german_number("zwolfhundert"), 1200);
  EXPECT_EQ(german_number("hundert"), 100);
  EXPECT_EQ(german_number("hund"), -1);
  EXPECT_EQ(german_number("unzwei"), -1);
}

TEST(QuantitiesTest, RowsOfNumberWordsEnd) {
  std::string text = "one";
  for (int i = 0; i < 200000; ++i) text += " and";
  for (int i = 0; i < 200000; ++i) text += " two million";
  const auto tokens = tokenize(text, "en");
  EXPECT_FALSE(find_quantities(text, tokens, {}, "en").empty());
}

}  // namespace
}  // namespace stemma::text
