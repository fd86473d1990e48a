#include "show/html.h"

#include <gtest/gtest.h>

namespace stemma::show {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  HtmlWriter(out).text(text);
  return out;
}

TEST(HtmlTest, TextNeverBecomesMarkup) {
  EXPECT_EQ(escaped("<script>alert('a&b')</script>"),
            "&lt;script&gt;alert(&#39;a&amp;b&#39;)&lt;/script&gt;");
  EXPECT_EQ(escaped("\" onload=\"x"), "&quot; onload=&quot;x");
}

TEST(HtmlTest, ControlBytesAreShownAsReplaced) {
  EXPECT_EQ(escaped(std::string_view("a\0b\x1b\x7f\n", 6)),
            "a\uFFFDb\uFFFD\uFFFD\n");
}

TEST(HtmlTest, OnlyWebAddressesBecomeLinks) {
  EXPECT_TRUE(is_web_address("https://example.org/a?b=c&d#e"));
  EXPECT_TRUE(is_web_address("HTTP://example.org"));
  EXPECT_FALSE(is_web_address("javascript:alert(1)"));
  EXPECT_FALSE(is_web_address("JaVaScRiPt:https://example.org"));
  EXPECT_FALSE(is_web_address(" https://example.org"));
  EXPECT_FALSE(is_web_address("https://"));
  EXPECT_FALSE(is_web_address("//example.org"));
  EXPECT_FALSE(is_web_address("data:text/html,x"));
  EXPECT_FALSE(is_web_address("https://example.org/\" onclick=\"x"));
  EXPECT_FALSE(is_web_address("https://example.org/\nx"));
}

TEST(HtmlTest, LanguageTagsHoldLettersDigitsAndHyphens) {
  EXPECT_TRUE(is_language_tag("zh-Hant"));
  EXPECT_FALSE(is_language_tag(""));
  EXPECT_FALSE(is_language_tag("en\" x"));
}

}  // namespace
}  // namespace stemma::show
