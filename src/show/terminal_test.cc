#include "show/terminal.h"

#include <gtest/gtest.h>

namespace stemma::show {
namespace {

TEST(TerminalTest, TextCannotSteerTheTerminal) {
  EXPECT_EQ(plain_line("a\x1b[2Jb\x07"), "a[2Jb");
  EXPECT_EQ(plain_line("abc \u202Etxt.exe\u202C"), "abc txt.exe");
  EXPECT_EQ(plain_line(" a\r\n\tb\u00A0c "), "a b c");
}

// Widths from Unicode UAX 11: the two characters of "Tokyo" in Chinese script
// are wide, U+0301 combines.
TEST(TerminalTest, CountsColumnsNotBytes) {
  EXPECT_EQ(display_width("\u6771\u4EAC"), 4U);
  EXPECT_EQ(display_width("e\u0301a"), 2U);
}

TEST(TerminalTest, CutsAndFillsToTheColumn) {
  EXPECT_EQ(clipped("abcdef", 6), "abcdef");
  EXPECT_EQ(clipped("abcdefg", 6), "abcde\u2026");
  EXPECT_EQ(padded("\u6771\u4EAC", 6), "\u6771\u4EAC  ");
  EXPECT_EQ(padded("\u6771\u4EAC\u6771", 4), "\u6771\u2026 ");
}

TEST(TerminalTest, WrapsAtSpacesAndBreaksWhatHasNone) {
  EXPECT_EQ(wrapped("one two three four five", 2, 22),
            "  one two three four\n  five\n");
  EXPECT_EQ(wrapped("aaaaaaaaaaaaaaaaaaaaaaaaa", 0, 20),
            "aaaaaaaaaaaaaaaaaaaa\naaaaa\n");
  EXPECT_EQ(wrapped("", 2, 20), "");
}

TEST(TerminalTest, ColoursOnlyWhereAsked) {
  EXPECT_EQ(bold("a", {80, Colour::kNever}), "a");
  EXPECT_EQ(bold("a", {80, Colour::kAlways}), "\x1b[1ma\x1b[0m");
}

}  // namespace
}  // namespace stemma::show
