#include "text/tokenize.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "support/cases.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/stem.h"
#include "text/word.h"

namespace stemma::text {
namespace {

std::string show(const testing::Case& one) {
  std::string shown;
  for (const Token& token : tokenize(one.input, one.setting("language"))) {
    if (!shown.empty()) shown += '|';
    if (token.kind == TokenKind::kNumber) shown += '#';
    if (token.kind == TokenKind::kPunctuation) shown += '.';
    shown += slice(one.input, token.span);
  }
  return shown;
}

std::uint64_t fold_of(std::string_view word, std::string_view language = "en") {
  const std::vector<Token> tokens = tokenize(word, language);
  EXPECT_EQ(tokens.size(), 1U) << word;
  return tokens.empty() ? 0 : tokens[0].fold;
}

std::uint64_t stem_hash(std::string_view word, std::string_view language) {
  const std::vector<Token> tokens = tokenize(word, language);
  return tokens.empty() ? 0 : tokens[0].stem;
}

TEST(TokenizeTest, Cases) { testing::check_cases("tokens.case", show); }

TEST(TokenizeTest, FoldLeavesOutPossessiveAndStops) {
  EXPECT_EQ(fold_of("Ruiz's"), hash_bytes("ruiz"));
  EXPECT_EQ(fold_of("RUIZ\u2019S"), hash_bytes("ruiz"));
  EXPECT_EQ(fold_of("U.S."), hash_bytes("us"));
  EXPECT_EQ(fold_of("US"), hash_bytes("us"));
  EXPECT_EQ(fold_of("U.S.-led"), hash_bytes("us-led"));
  EXPECT_EQ(fold_of("Don\u2019t"), hash_bytes("don't"));
  EXPECT_EQ(fold_of("1,600.5"), hash_bytes("1,600.5"));
  EXPECT_EQ(fold_of("Stra\u00DFe"), hash_bytes("strasse"));
  EXPECT_EQ(fold_of("e\u0301tat"), hash_bytes("etat"));
}

TEST(TokenizeTest, MarksCapitals) {
  const std::vector<Token> tokens = tokenize("The WHO met Ana at 5PM X", "en");
  ASSERT_EQ(tokens.size(), 7U);
  EXPECT_TRUE(tokens[0].capitalised);
  EXPECT_FALSE(tokens[0].all_capitals);
  EXPECT_TRUE(tokens[1].all_capitals);
  EXPECT_FALSE(tokens[2].capitalised);
  EXPECT_TRUE(tokens[4].function_word);
  EXPECT_TRUE(tokens[6].capitalised);
  EXPECT_FALSE(tokens[6].all_capitals);  // one letter only
}

TEST(TokenizeTest, CapitalsWithinOtherTextAreNoFunctionWords) {
  const std::vector<Token> tokens =
      tokenize("who told us the US and WHO", "en");
  EXPECT_TRUE(tokens[0].function_word);
  EXPECT_TRUE(tokens[2].function_word);
  EXPECT_FALSE(tokens[4].function_word);
  EXPECT_FALSE(tokens[6].function_word);
}

// The stems are those of the Snowball vocabularies (snowballstem.org), with
// diacritics folded.
TEST(StemTest, KnowsTheLanguages) {
  EXPECT_EQ(stem_of("consignments", "en"), "consign");
  EXPECT_EQ(stem_of("ministers'", "vi"), "ministers'");
  EXPECT_EQ(stem_of("aufeinanderfolgenden", "de"), "aufeinanderfolg");
  EXPECT_EQ(stem_of("continuellement", "fr"), "continuel");
  EXPECT_EQ(stem_of("chiapanecas", "es"), "chiapanec");
  EXPECT_EQ(stem_of("\u0432\u0430\u0436\u043D\u043E\u0433\u043E", "ru"),
            "\u0432\u0430\u0436\u043D");
  EXPECT_EQ(stem_hash("Regimes", "en"), stem_hash("regime's", "en"));
  EXPECT_EQ(stem_hash("acci\u00F3n", "es"), stem_hash("acciones", "es"));
}

// A twin that knows nothing of the buffer: the hash of the folded slice.
TEST(TokenizeTest, FoldEqualsTheFoldedSlice) {
  constexpr char32_t kRanges[][2] = {
      {0x20, 0x7E},     {0x20, 0x7E},      {0xA0, 0x24F},    {0x300, 0x36F},
      {0x370, 0x52F},   {0x590, 0x6FF},    {0x900, 0x97F},   {0xE00, 0xE5F},
      {0x1E00, 0x206F}, {0x3000, 0x30FF},  {0x4E00, 0x4E80}, {0xAC00, 0xAC80},
      {0xFB00, 0xFF9F}, {0x1F600, 0x1F64F}};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      const auto& range = kRanges[random() % std::size(kRanges)];
      const std::uint32_t width = range[1] - range[0];
      const auto offset = static_cast<std::uint32_t>(random());
      const char32_t letter = U'a' + offset % 26;
      append_utf8(offset % 3 != 0 ? letter : range[0] + offset % width, text);
    }
    std::uint32_t end = 0;
    for (const Token& token : tokenize(text, "fr")) {
      ASSERT_LE(end, token.span.begin) << text;
      ASSERT_LT(token.span.begin, token.span.end) << text;
      end = token.span.end;
      const std::string_view word = slice(text, token.span);
      const std::string folded = token.kind == TokenKind::kPunctuation
                                     ? fold(word)
                                     : folded_word(word);
      ASSERT_EQ(token.fold, hash_bytes(folded)) << text << "\n" << word;
    }
    ASSERT_LE(end, text.size());
  }
}

TEST(TokenizeTest, EveryVisibleCharacterIsInOneToken) {
  const CharacterTable& table = CharacterTable::get();
  for (char32_t value = 0x21; value < 0x3100; ++value) {
    const CharClass type = table.of(value);
    std::string one;
    append_utf8(value, one);
    const bool seen = type != CharClass::kSpace && type != CharClass::kMark;
    EXPECT_EQ(tokenize(one, "").size(), seen ? 1U : 0U)
        << std::hex << std::uint32_t{value};
  }
}

TEST(TokenizeTest, LongWordsAndRunsAreFine) {
  EXPECT_EQ(tokenize(std::string(1000000, 'a'), "en").size(), 1U);
  std::string han;
  for (int i = 0; i < 100000; ++i) han += "\u5927";
  std::size_t bytes = 0;
  for (const Token& token : tokenize(han, "zh")) bytes += token.span.size();
  EXPECT_EQ(bytes, han.size());
}

}  // namespace
}  // namespace stemma::text
