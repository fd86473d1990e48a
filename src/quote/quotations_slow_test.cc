// A document of 100,000 quotation marks is about four times the work of one of
// 25,000, not sixteen times. Work is counted in basic blocks: the sources that
// pair marks and find quotations are compiled for this test with a call before
// every block (GCC's -fsanitize-coverage=trace-pc), so that neither clock nor
// load can change the figures.
#include <cstddef>
#include <cstdint>
#include <string>

#include <gtest/gtest.h>

#include "quote/quotations.h"
#include "text/analyze.h"

namespace {

std::uint64_t blocks = 0;

}  // namespace

extern "C" void __sanitizer_cov_trace_pc();  // NOLINT: the name is GCC's
extern "C" void __sanitizer_cov_trace_pc() { ++blocks; }  // NOLINT

namespace stemma::quote {
namespace {

struct Style {
  const char* language;
  const char* text;  // two marks
};

// Basic blocks entered, and quotations found.
struct Work {
  std::uint64_t blocks = 0;
  std::size_t found = 0;
};

Work work_on(const Style& style, int regions) {
  Report report;
  report.language = style.language;
  for (int i = 0; i < regions; ++i) report.text += style.text;
  blocks = 0;
  const Analysis analysis = text::analyze(report);
  const auto found = find_quotations({&report, &analysis, nullptr},
                                     {.attributions = Attributions::kAll});
  return {blocks, found.size()};
}

class MarksTest : public ::testing::TestWithParam<Style> {};

TEST_P(MarksTest, AreReadInLinearTime) {
  const Work quarter = work_on(GetParam(), 12500);
  const Work whole = work_on(GetParam(), 50000);
  EXPECT_GT(quarter.blocks, 25000U);  // every mark is looked at
  EXPECT_LT(whole.blocks, 5 * quarter.blocks);
  EXPECT_GT(quarter.found, 0U);
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
