#include "show/story_explanation.h"

#include <gtest/gtest.h>

namespace stemma::show {
namespace {

StoryExplanation example() {
  StoryExplanation made;
  made.reports = {"a\x1B[1m", "b"};
  made.stories = {"00", "00"};
  made.alone = {{1, 1}, 0.75, {{"same_days", 0.5, 2.0}, {"title", 0.1, -1.0}}};
  made.shared = {{"ferry", 0.25}};
  return made;
}

TEST(StoryExplanationTest, JsonHasEveryContribution) {
  std::string out;
  append_story_explanation(example(), out);
  EXPECT_EQ(out,
            R"({"reports":["a\u001b[1m","b"],"stories":["00","00"],)"
            R"("one_story":true,"decided_by":"likeness","decisive":null,)"
            R"("alone":{"reports":[1,1],"probability":0.75,"evidence":[)"
            R"({"name":"same_days","value":0.5,"weight":2,"contribution":1},)"
            R"({"name":"title","value":0.1,"weight":-1,"contribution":-0.1}]},)"
            R"("shared_words":[{"word":"ferry","share":0.25}]})");
}

TEST(StoryExplanationTest, TextSumsUpAndSteersNoTerminal) {
  const std::string out =
      story_explanation_text(example(), {80, Colour::kNever});
  EXPECT_EQ(out,
            "a[1m and b: one story, decided by likeness\n"
            "\n"
            "The two reports alone: probability of one story 0.7500\n"
            "  evidence          value   weight  contribution\n"
            "  same days         0.500    2.000        +1.000\n"
            "  title             0.100   -1.000        -0.100\n"
            "  sum                                     +0.900\n"
            "\n"
            "Shared words, by their share of the likeness of words: ferry "
            "25 %\n");
}

TEST(StoryExplanationTest, WhatKeepsApartIsNamed) {
  StoryExplanation made = example();
  made.stories[1] = "01";
  made.ground = JoinGround::kNumbers;
  made.decisive = JoinComparison{{2, 1}, 0.25, {}};
  const std::string out = story_explanation_text(made, {80, Colour::kNever});
  EXPECT_TRUE(
      out.starts_with("a[1m and b: two stories, their titles number "
                      "the same thing differently\n\nTheir stories in "
                      "the end: 2 reports on the side of a[1m"))
      << out;
}

}  // namespace
}  // namespace stemma::show
