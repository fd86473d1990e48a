#include "text/lexicon.h"

#include <algorithm>
#include <string>

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

TEST(LexiconTest, EveryFileIsALanguage) {
  const auto languages = lexicon_languages();
  ASSERT_GT(languages.size(), 9U);
  EXPECT_EQ(languages.front(), "en");
  EXPECT_TRUE(std::is_sorted(languages.begin() + 1, languages.end()));
  for (const std::string& language : languages) {
    EXPECT_NE(language, "common");
    EXPECT_FALSE(lexicon(language).entries("cue").empty()) << language;
  }
}

}  // namespace
}  // namespace stemma::text
