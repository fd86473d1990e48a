// A document of 100,000 quotation marks takes about four times as long as one
// of 25,000, not sixteen times.
#include <chrono>
#include <string>

#include <gtest/gtest.h>

#include "quote/quotations.h"
#include "text/analyze.h"

namespace stemma::quote {
namespace {

struct Style {
  const char* language;
  const char* text;  // two marks
};

double seconds(const Style& style, int regions) {
  Report report;
  report.language = style.language;
  for (int i = 0; i < regions; ++i) report.text += style.text;
  const auto start = std::chrono::steady_clock::now();
  const Analysis analysis = text::analyze(report);
  find_quotations({&report, &analysis, nullptr},
                  {.attributions = Attributions::kAll});
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
      .count();
}

class MarksTest : public ::testing::TestWithParam<Style> {};

TEST_P(MarksTest, AreReadInLinearTime) {
  seconds(GetParam(), 1000);
  const double quarter = seconds(GetParam(), 12500);
  EXPECT_LT(seconds(GetParam(), 50000), 10 * quarter + 0.5);
}

INSTANTIATE_TEST_SUITE_P(
    Styles, MarksTest,
    ::testing::Values(
        Style{"en", "\"one two three four five\" "},
        Style{"en", "\u201Cone two three four five "},
        Style{"en", "\"one two three four five\" said Ana Ruiz.\n\n"},
        Style{"en", "\u201Cone two three\n\nfour five\u201D"},
        Style{"fr", "\u00ABun deux, a dit Ana Ruiz, trois quatre\u00BB "}));

}  // namespace
}  // namespace stemma::quote
