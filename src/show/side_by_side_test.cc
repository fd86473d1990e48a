#include "show/side_by_side.h"

#include <gtest/gtest.h>

#include "show/show_fixture.h"

namespace stemma::show {
namespace {

class SideBySideTest : public testing::Test {
 protected:
  // `left` and `right` whole; what is in [ ] below is marked.
  std::string shown(const std::string& left, const std::string& right,
                    const TextStyle& style) const {
    const MarkedText texts[] = {
        {left, {0, static_cast<std::uint32_t>(left.size())}, &left_},
        {right, {0, static_cast<std::uint32_t>(right.size())}, &right_}};
    return side_by_side(texts, 2, style);
  }
  std::vector<WordMark> left_;
  std::vector<WordMark> right_;
};

// 60 columns, 2 of them blank, 3 for the border: 27 for each text.
TEST_F(SideBySideTest, BreaksAtSpacesAndPadsTheColumns) {
  EXPECT_EQ(shown("The harbour wall broke in the night.", "The wall broke.",
                  {60, Colour::kNever}),
            "  The harbour wall broke in   \u2502 The wall broke.\n"
            "  the night.                  \u2502 \n");
}

TEST_F(SideBySideTest, MarksStandInBracketsWithoutColour) {
  const std::string left = "Nine men (of Tarn) died.";
  const std::string right = "Nine died.";
  left_ = {{span_of(left, "men"), Mark::kOwn, 0},
           {span_of(left, "of Tarn"), Mark::kMoved, 2}};
  EXPECT_EQ(shown(left, right, {70, Colour::kNever}),
            "  Nine [men] ({2:of Tarn}) died.   \u2502 Nine died.\n");
}

TEST_F(SideBySideTest, MarkedWordsAreColoured) {
  const std::string left = "Nine men died.";
  left_ = {{span_of(left, "men"), Mark::kOwn, 0}};
  EXPECT_EQ(shown(left, "Nine died.", {60, Colour::kAlways}),
            "  Nine \x1b[1;33mmen\x1b[0m died.              \u2502 "
            "Nine died.\n");
}

TEST_F(SideBySideTest, LongWordsAreBrokenAndNarrowTerminalsStack) {
  EXPECT_EQ(shown(std::string(30, 'x'), "a", {60, Colour::kNever}),
            "  " + std::string(27, 'x') + " \u2502 a\n  xxx" +
                std::string(25, ' ') + "\u2502 \n");
  EXPECT_EQ(shown("One two.", "Three.", {40, Colour::kNever}),
            "  One two.\n  Three.\n");
}

TEST_F(SideBySideTest, NothingInATextSteersTheTerminal) {
  const std::string out =
      shown("a\x1b[31mred \u202Ebidi", "\x07", {60, Colour::kNever});
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
  EXPECT_EQ(out.find('\x07'), std::string::npos);
  EXPECT_EQ(out.find("\u202E"), std::string::npos);
}

TEST(WordMarksTest, OverlapsAreCut) {
  const auto marks = disjoint({{{5, 9}, Mark::kOwn, 0},
                               {{0, 6}, Mark::kMoved, 1},
                               {{2, 4}, Mark::kOwn, 0}});
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_EQ(marks[0].span, (Span{0, 6}));
  EXPECT_EQ(marks[1].span, (Span{6, 9}));
}

TEST(WordMarksTest, MarkedHtmlIsEscaped) {
  const std::string text = "a <b> & c";
  const std::vector<WordMark> marks = {{span_of(text, "<b>"), Mark::kOwn, 0},
                                       {span_of(text, "c"), Mark::kMoved, 3}};
  std::string out;
  HtmlWriter html(out);
  write_marked({text, {0, 9}, &marks}, html);
  EXPECT_EQ(out,
            "a <mark class=\"own\">&lt;b&gt;</mark> &amp; "
            "<mark class=\"moved\"><sup>3</sup>c</mark>");
  out.clear();
  write_marked({text, {3, 6}, &marks}, html);
  EXPECT_EQ(out, "<mark class=\"own\">b&gt;</mark> ");
}

}  // namespace
}  // namespace stemma::show
