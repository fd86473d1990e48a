#include "text/lexicon.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace stemma::text {
namespace {

TEST(LexiconTest, FindsFoldedFormsOfAnyLanguage) {
  const std::string* value = lexicon("en").find("agency", "associated press");
  ASSERT_NE(value, nullptr);
  EXPECT_EQ(*value, "AP");
  EXPECT_TRUE(lexicon("xx").has("agency", "ap"));
  EXPECT_FALSE(lexicon("en").has("agency", "associated"));
  EXPECT_TRUE(lexicon("en").entries("no such category").empty());
}

TEST(FoldTest, RemovesCaseMarksAndTypography) {
  EXPECT_EQ(fold("The Shi\u2019a"), "the shi'a");
  EXPECT_EQ(fold("Vi\u1EC7t Nam"), "viet nam");
  EXPECT_EQ(fold("Stra\u00DFe"), "strasse");
  EXPECT_EQ(fold("\u0419\u043E\u0433\u0430"), "\u0438\u043E\u0433\u0430");
  EXPECT_EQ(fold("al\u2013Sudani"), "al-sudani");
}

}  // namespace
}  // namespace stemma::text
