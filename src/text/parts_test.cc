#include "text/parts.h"

#include <string>

#include <gtest/gtest.h>

namespace stemma::text {
namespace {

TEST(EndOfPartTest, IsTheNextBlank) {
  const std::string text = "The pier of Lunholm\nis closed.";
  EXPECT_EQ(end_of_part(text, {0, 30}, 5), 8U);
  EXPECT_EQ(end_of_part(text, {0, 30}, 8), 8U);
  EXPECT_EQ(end_of_part(text, {9, 30}, 5), 19U);
}

TEST(EndOfPartTest, IsTheEndOfWhatIsLeftOfAShortText) {
  EXPECT_EQ(end_of_part("The pier", {0, 8}, 8), 8U);
  EXPECT_EQ(end_of_part("The pier", {0, 8}, 6), 8U);
  EXPECT_EQ(end_of_part("", {0, 0}, 6), 0U);
}

// 10 bytes and the longest word of 256 end inside a character of two bytes.
TEST(EndOfPartTest, CutsNoCharacterWhereThereAreNoBlanks) {
  std::string text = "a";
  for (int i = 0; i < 300; ++i) text += "\u00E9";
  const auto size = static_cast<std::uint32_t>(text.size());
  EXPECT_EQ(end_of_part(text, {0, size}, 10), 265U);
  EXPECT_EQ(end_of_part(text, {0, size}, 11), 267U);
}

}  // namespace
}  // namespace stemma::text
