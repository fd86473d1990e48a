#include "text/quoted_regions.h"

#include <string>

#include <gtest/gtest.h>

#include "support/cases.h"
#include "text/tokenize.h"

namespace stemma::text {
namespace {

std::string show(const testing::Case& one) {
  const std::vector<Token> tokens =
      tokenize(one.input, one.setting("language"));
  std::string shown;
  for (const QuotedRegion& region : find_quoted_regions(one.input, tokens)) {
    shown += std::to_string(region.level);
    if (region.continues) shown += '+';
    if (!region.closed) shown += '?';
    shown += ' ';
    shown += slice(one.input, region.outer);
    shown += '\n';
  }
  return shown;
}

TEST(QuotedRegionsTest, Cases) {
  testing::check_cases("quoted_regions.case", show);
}

TEST(QuotedRegionsTest, InnerSpanHasNeitherMarksNorSpace) {
  const std::string text = "Il dit \u00AB\u00A0nous attendons\u00A0\u00BB.";
  const std::vector<Token> tokens = tokenize(text, "fr");
  const std::vector<QuotedRegion> found = find_quoted_regions(text, tokens);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(slice(text, found[0].inner), "nous attendons");
  EXPECT_EQ(found[0].last_token - found[0].first_token, 2U);
  EXPECT_EQ(slice(text, tokens[found[0].first_token].span), "nous");
}

TEST(QuotedRegionsTest, EmptyMarksHoldNothing) {
  const std::string text = "a \u201C\u201D b";
  const std::vector<Token> tokens = tokenize(text, "en");
  const std::vector<QuotedRegion> found = find_quoted_regions(text, tokens);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].inner.empty());
  EXPECT_EQ(found[0].first_token, found[0].last_token);
}

}  // namespace
}  // namespace stemma::text
