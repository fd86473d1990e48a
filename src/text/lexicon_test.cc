#include "text/lexicon.h"

#include <gtest/gtest.h>

namespace stemma::text {
namespace {

TEST(LexiconTest, FindsFoldedFormsOfAnyLanguage) {
  const std::string* value = lexicon("en").find("agency", "associated press");
  ASSERT_NE(value, nullptr);
  EXPECT_EQ(*value, "AP");
  EXPECT_TRUE(lexicon("xx").has("agency", "ap"));
  EXPECT_FALSE(lexicon("en").has("agency", "associated"));
  EXPECT_TRUE(lexicon("en").entries("no such category").empty());
}

}  // namespace
}  // namespace stemma::text
