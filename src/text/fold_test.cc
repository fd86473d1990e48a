#include "text/fold.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace stemma::text {
namespace {

TEST(FoldTest, RemovesCaseMarksAndTypography) {
  EXPECT_EQ(fold("The Shi\u2019a"), "the shi'a");
  EXPECT_EQ(fold("Vi\u1EC7t Nam"), "viet nam");
  EXPECT_EQ(fold("Stra\u00DFe"), "strasse");
  EXPECT_EQ(fold("al\u2013Sudani"), "al-sudani");
  EXPECT_EQ(fold("\u0395\u03BB\u03BB\u03AC\u03C2"),
            "\u03B5\u03BB\u03BB\u03B1\u03C3");
}

TEST(FoldTest, KeepsLettersThatAreNoVariants) {
  // Cyrillic short i, composed and decomposed, is no i; e with dots is e.
  EXPECT_EQ(fold("\u0419\u043E\u0433\u0430"), "\u0439\u043E\u0433\u0430");
  EXPECT_EQ(fold("\u0418\u0306"), "\u0439");
  EXPECT_EQ(fold("\u0415\u0449\u0451"), "\u0435\u0449\u0435");
  // Japanese voiced kana, composed and decomposed.
  EXPECT_EQ(fold("\u304C"), "\u304C");
  EXPECT_EQ(fold("\u304B\u3099"), "\u304C");
  // The vowel signs of Devanagari are letters of the word.
  EXPECT_EQ(fold("\u0939\u093F\u0928\u094D\u0926\u0940"),
            "\u0939\u093F\u0928\u094D\u0926\u0940");
}

TEST(FoldTest, MakesVariantsOfArabicScriptEqual) {
  // Arabic and Persian yeh and kaf.
  EXPECT_EQ(fold("\u0639\u0644\u064A"), fold("\u0639\u0644\u06CC"));
  EXPECT_EQ(fold("\u0643\u0631\u062F"), fold("\u06A9\u0631\u062F"));
  // Tatweel, vowel signs, zero width non-joiner, hamza on alef.
  EXPECT_EQ(fold("\u0645\u062D\u0640\u0640\u0645\u0651\u064E\u062F"),
            "\u0645\u062D\u0645\u062F");
  EXPECT_EQ(fold("\u0645\u06CC\u200C\u0634\u0648\u062F"),
            fold("\u0645\u06CC\u0634\u0648\u062F"));
  EXPECT_EQ(fold("\u0623\u062D\u0645\u062F"), "\u0627\u062D\u0645\u062F");
  // Digits of both kinds.
  EXPECT_EQ(fold("\u0661\u06F2"), "12");
}

TEST(FoldTest, IsDoneAfterOnce) {
  for (char32_t value = 1; value < 0x3100; ++value) {
    std::string one;
    append_utf8(value, one);
    EXPECT_EQ(fold(fold(one)), fold(one)) << std::hex << std::uint32_t{value};
  }
}

// A Han character is in no table, so it sends the whole text through ICU: the
// twin of folding character by character.
TEST(FoldTest, TableAndIcuAgree) {
  constexpr char32_t kRanges[][2] = {
      {0x20, 0x24F}, {0x370, 0x52F}, {0x590, 0x6FF}, {0x1E00, 0x206F}};
  const std::string han = "\u5927";
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      const auto& range = kRanges[random() % std::size(kRanges)];
      const auto offset = static_cast<std::uint32_t>(random());
      append_utf8(range[0] + offset % (range[1] - range[0]), text);
    }
    EXPECT_EQ(fold(text) + han, fold(text + han)) << text;
  }
}

}  // namespace
}  // namespace stemma::text
