#include <gtest/gtest.h>

#include "text/names.h"

namespace stemma::text {
namespace {

constexpr double kSameBearer = 0.7;

void expect_alike(std::string_view a, std::string_view b) {
  EXPECT_GE(name_similarity(a, b), kSameBearer) << a << " ~ " << b;
  EXPECT_EQ(name_similarity(a, b), name_similarity(b, a)) << a << " ~ " << b;
}

void expect_unlike(std::string_view a, std::string_view b) {
  EXPECT_LT(name_similarity(a, b), 0.5) << a << " ~ " << b;
  EXPECT_EQ(name_similarity(a, b), name_similarity(b, a)) << a << " ~ " << b;
}

TEST(NameSimilarityTest, TransliterationsAreAlike) {
  expect_alike("Mohammed Shia al-Sudani", "Mohammed Shayyaa al-Sudani");
  expect_alike("Mohammed Shia al-Sudani", "Mohammad Shia' Al-Sudani");
  expect_alike("Sayyed Ali Khamenei", "Seyyed Ali Khamenei");
  expect_alike("Muammar Gaddafi", "Moammar Qaddafi");
  expect_alike("Yuri Schewtschenko", "Yuriy Shevchenko");
  expect_alike("Nguy\u1EC5n Th\u1ECB Lan", "Nguyen Thi Lan");
}

TEST(NameSimilarityTest, PartsOfANameAreAlike) {
  expect_alike("Sudani", "Mohammed Shia al-Sudani");
  expect_alike("Ruiz", "Ana Ruiz");
  expect_alike("Mr. Ruiz", "Pedro Ruiz");
  expect_alike("A. Ruiz", "Ana Ruiz");
  expect_alike("Ana Ruiz", "Ana Maria Ruiz");
  expect_alike("Ali Khamenei", "Sayyed Ali Khamenei");
  expect_alike("\u5CB8\u7530", "\u5CB8\u7530\u6587\u96C4");
}

TEST(NameSimilarityTest, AcronymsAreAlikeTheirNames) {
  expect_alike("EU", "European Union");
  expect_alike("U.N.", "United Nations");
  expect_alike("UAE", "United Arab Emirates");
  expect_unlike("EU", "United Nations");
}

TEST(NameSimilarityTest, OtherBearersAreUnlike) {
  expect_unlike("Ana Ruiz", "Pedro Ruiz");
  expect_unlike("Mario Rossi", "Maria Rossi");
  expect_unlike("Iran", "Iraq");
  expect_unlike("Austria", "Australia");
  expect_unlike("Gambia", "Zambia");
  expect_unlike("Ana Ruiz", "Ana Torres");
  expect_unlike("North Vale", "South Vale");
  expect_unlike("", "Ana");
}

TEST(NameSimilarityTest, EqualNamesAreOne) {
  EXPECT_EQ(name_similarity("ANA RUIZ", "Ana Ruiz"), 1);
  EXPECT_EQ(name_similarity("al-Sudani", "Al Sudani"), 1);
  EXPECT_EQ(name_similarity(std::string(1000, 'a'), std::string(999, 'a')), 0);
}

}  // namespace
}  // namespace stemma::text
