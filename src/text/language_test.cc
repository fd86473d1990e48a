#include "text/language.h"

#include <string>

#include <gtest/gtest.h>

#include "support/cases.h"

namespace stemma::text {
namespace {

std::string show(const testing::Case& one) {
  return detect_language(one.input);
}

TEST(LanguageTest, Cases) { testing::check_cases("language.case", show); }

TEST(LanguageTest, SkipsAHeaderOfAnotherLanguage) {
  std::string text = "date 2031-05-06 Title: the bridge of Dorvan fell\n";
  for (int i = 0; i < 12; ++i) {
    text +=
        "Die Br\u00FCcke \u00FCber den Fluss ist am Montag eingest\u00FCrzt, "
        "verletzt wurde niemand. ";
  }
  EXPECT_EQ(detect_language(text), "de");
}

TEST(LanguageTest, NothingHasNoLanguage) {
  EXPECT_EQ(detect_language(""), "");
  EXPECT_EQ(detect_language("\n\n"), "");
  EXPECT_EQ(detect_language("12 345, 6."), "");
}

}  // namespace
}  // namespace stemma::text
