// Which reports are compared.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "reuse/test_reports.h"

namespace stemma::reuse {
namespace {

TEST(PairsTest, EqualTextsAreOneGroupAndNoPairs) {
  Reports reports;
  for (int i = 0; i < 50; ++i) reports.add("outlet", kFire);
  const ReuseResult result = reports.find();
  ASSERT_EQ(result.equal.size(), 1U);
  EXPECT_EQ(result.equal[0].size(), 50U);
  EXPECT_TRUE(result.passages.empty());
}

TEST(PairsTest, CrossOutletPassesOverPairsOfOneOutlet) {
  Reports reports;
  reports.add("a", kFire);
  reports.add("a", std::string(kFire) + " " + kOther);
  reports.add("b", std::string(kFire) + " tides were low.");
  ReuseOptions options;
  EXPECT_EQ(reports.find(options).passages.size(), 3U);
  options.cross_outlet = true;
  EXPECT_EQ(reports.find(options).passages.size(), 2U);
}

TEST(PairsTest, OnlyPairsWithATextThatIsAskedAbout) {
  Reports reports;
  reports.add("a", std::string(kFire) + " tides were low.");
  reports.add("b", std::string(kFire) + " " + kOther);
  reports.add("c", kFire);
  ReuseOptions options;
  EXPECT_EQ(reports.find(options).passages.size(), 3U);
  options.asked_from = 2;
  ReuseResult result = reports.find(options);
  ASSERT_EQ(result.passages.size(), 2U);
  EXPECT_EQ(result.passages[0].b, 2U);
  EXPECT_EQ(result.passages[1].b, 2U);
  // The first of equal texts stands for the one that is asked about.
  reports.add("d", std::string(kFire) + " tides were low.");
  options.asked_from = 3;
  result = reports.find(options);
  ASSERT_EQ(result.passages.size(), 2U);
  EXPECT_EQ(result.passages[0].a, 0U);
  EXPECT_EQ(result.passages[1].a, 0U);
}

TEST(PairsTest, AGroupOfEqualTextsIsPairedIfAnyMemberMayBe) {
  Reports reports;
  reports.add("a", kFire);
  reports.add("b", kFire);
  reports.add("a", std::string(kFire) + " " + kOther);
  ReuseOptions options;
  options.cross_outlet = true;
  const ReuseResult result = reports.find(options);
  ASSERT_EQ(result.passages.size(), 1U);
  EXPECT_EQ(result.passages[0].a, 0U);
  EXPECT_EQ(result.passages[0].b, 2U);
}

TEST(PairsTest, KeepsTheBestPartnersAndCountsTheOthers) {
  Reports reports;
  // All share the sentence; each has a word of its own.
  for (const char* own : {"one.", "two.", "three.", "four."}) {
    reports.add("a", std::string(kFire) + " " + own);
  }
  ReuseOptions options;
  options.max_partners = 1;
  const ReuseResult result = reports.find(options);
  // Of 6 pairs 3 remain: each report's best, the first of equals.
  EXPECT_EQ(result.passages.size(), 3U);
  const std::vector<std::uint32_t> cut{0, 2, 2, 2};
  EXPECT_EQ(result.partners_cut, cut);
}

TEST(PairsTest, PairsFurtherApartInTimeArePassedOver) {
  constexpr std::int64_t kDay = 86400;
  Reports reports;
  for (const std::int64_t day : {0, 20, 40}) {
    reports.add("a", std::string(kFire) + " w" + std::to_string(day) + ".");
    reports.date_last(day * kDay);
  }
  reports.add("a", std::string(kFire) + " undated.");
  ReuseOptions options;
  options.within_seconds = 30 * kDay;
  std::vector<std::pair<ReportIndex, ReportIndex>> pairs;
  for (const Passage& passage : reports.find(options).passages) {
    pairs.emplace_back(passage.a, passage.b);
  }
  const std::vector<std::pair<ReportIndex, ReportIndex>> expected{
      {0, 1}, {0, 3}, {1, 2}, {1, 3}, {2, 3}};
  EXPECT_EQ(pairs, expected);
}

}  // namespace
}  // namespace stemma::reuse
