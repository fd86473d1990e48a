#include "text/sentences.h"

#include <string>

#include <gtest/gtest.h>

#include "support/cases.h"
#include "text/tokenize.h"

namespace stemma::text {
namespace {

// A sentence a line, an empty line between paragraphs.
std::string show(const testing::Case& one) {
  const std::string language = one.setting("language");
  const std::vector<Token> tokens = tokenize(one.input, language);
  std::string shown;
  std::uint32_t paragraph = 0;
  for (const Sentence& sentence :
       find_sentences(one.input, tokens, {}, language)) {
    if (sentence.paragraph != paragraph) shown += '\n';
    paragraph = sentence.paragraph;
    if (sentence.kind == SentenceKind::kHeading) shown += "# ";
    for (const char byte : slice(one.input, sentence.span)) {
      shown += byte == '\n' ? ' ' : byte;
    }
    shown += '\n';
  }
  return shown;
}

class SentenceCasesTest : public ::testing::TestWithParam<const char*> {};

TEST_P(SentenceCasesTest, Cases) {
  testing::check_cases(std::string("sentences_") + GetParam() + ".case", show);
}

INSTANTIATE_TEST_SUITE_P(Languages, SentenceCasesTest,
                         ::testing::Values("en", "de", "fr", "es", "ru", "ar",
                                           "fa", "zh", "ja", "vi"),
                         [](const auto& one) {
                           return std::string(one.param);
                         });

TEST(SentencesTest, NeverCrossesABorderOfParatext) {
  const std::string text =
      "date 2031-05-06 The bridge fell. Nobody was hurt.\n\nDNA\n";
  const std::vector<Token> tokens = tokenize(text, "en");
  const std::vector<Paratext> paratext = {{ParatextKind::kHeader, {0, 15}},
                                          {ParatextKind::kCredit, {51, 54}}};
  const std::vector<Sentence> found =
      find_sentences(text, tokens, paratext, "en");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(slice(text, found[0].span), "date 2031-05-06");
  EXPECT_EQ(found[0].kind, SentenceKind::kParatext);
  EXPECT_EQ(slice(text, found[1].span), "The bridge fell.");
  EXPECT_EQ(found[1].kind, SentenceKind::kBody);
  EXPECT_EQ(slice(text, found[3].span), "DNA");
  EXPECT_EQ(found[3].kind, SentenceKind::kParatext);
}

TEST(SentencesTest, CoversAllTokens) {
  const std::string text =
      "\xE2\x80\x9C"
      "A... b?!) \n\n - c) \"d.\" (e";
  const std::vector<Token> tokens = tokenize(text, "");
  std::uint32_t next = 0;
  for (const Sentence& sentence : find_sentences(text, tokens, {}, "")) {
    EXPECT_EQ(sentence.first_token, next);
    EXPECT_LT(sentence.first_token, sentence.last_token);
    next = sentence.last_token;
  }
  EXPECT_EQ(next, tokens.size());
}

TEST(SentencesTest, FindsNoneInNothing) {
  EXPECT_TRUE(find_sentences("", {}, {}, "en").empty());
}

}  // namespace
}  // namespace stemma::text
