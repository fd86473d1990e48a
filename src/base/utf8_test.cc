#include "base/utf8.h"

#include <string>

#include <gtest/gtest.h>

namespace stemma {
namespace {

TEST(Utf8Test, CountsCodePointsNotBytes) {
  EXPECT_EQ(code_point_count(""), 0U);
  EXPECT_EQ(code_point_count("abc"), 3U);
  EXPECT_EQ(code_point_count("\xE2\x80\x9Cok\xE2\x80\x9D"), 4U);
}

// Unicode 15, section 3.9, table 3-8: the bytes 61 F1 80 80 E1 80 C2 62 80 63
// 80 BF 64 become a U+FFFD U+FFFD U+FFFD b U+FFFD c U+FFFD U+FFFD d.
TEST(Utf8Test, RepairsAsTheStandardsExample) {
  const RepairedText repaired =
      repair_utf8("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64");
  const std::string r = "\xEF\xBF\xBD";
  EXPECT_EQ(repaired.text, "a" + r + r + r + "b" + r + "c" + r + r + "d");
  EXPECT_EQ(repaired.replaced_at,
            (std::vector<std::uint64_t>{1, 4, 6, 8, 10, 11}));
  EXPECT_TRUE(is_valid_utf8(repaired.text));
}

TEST(Utf8Test, KeepsAReplacementCharacterThatTheTextSpellsOut) {
  const RepairedText repaired = repair_utf8("a\xEF\xBF\xBDz");
  EXPECT_EQ(repaired.text, "a\xEF\xBF\xBDz");
  EXPECT_TRUE(repaired.replaced_at.empty());
}

TEST(Utf8Test, RefusesSurrogatesOverlongFormsAndValuesBeyondTheLast) {
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));
  EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));
  EXPECT_FALSE(is_valid_utf8("abc\xE2\x80"));
  EXPECT_TRUE(is_valid_utf8("\xF4\x8F\xBF\xBF"));
}

TEST(Utf8Test, AppendingThenDecodingGivesTheSameCodePoint) {
  for (const char32_t value : {U'a', U'\u00E9', U'\u20AC', U'\U0001F600'}) {
    std::string text;
    append_utf8(value, text);
    const CodePoint decoded = decode_utf8(text, 0);
    EXPECT_EQ(decoded.value, value);
    EXPECT_EQ(decoded.size, text.size());
  }
}

// The plain twin: count from the start each time.
TEST(CodePointMapTest, AgreesWithCountingFromTheStart) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
  const CodePointMap map(text);
  for (std::uint32_t byte = 0; byte <= text.size(); ++byte) {
    if (byte < text.size() && (text[byte] & 0xC0) == 0x80) continue;
    const auto count = static_cast<std::uint32_t>(
        code_point_count(std::string_view(text).substr(0, byte)));
    EXPECT_EQ(map.to_code_points(byte), count);
    EXPECT_EQ(map.to_bytes(count), byte);
  }
}

}  // namespace
}  // namespace stemma
