// What an outlet repeats.
#include <string>

#include <gtest/gtest.h>

#include "reuse/test_reports.h"

namespace stemma::reuse {
namespace {

TEST(BoilerplateTest, WhatAnOutletRepeatsIsFlaggedAndNotMatched) {
  Reports reports;
  for (int i = 0; i < 5; ++i) reports.add("a", told_by(i, kFire));
  const ReuseResult result = reports.find();
  EXPECT_TRUE(result.passages.empty());
  ASSERT_EQ(result.boilerplate.size(), 5U);
  for (ReportIndex i = 0; i < 5; ++i) {
    ASSERT_EQ(result.boilerplate[i].size(), 1U);
    EXPECT_EQ(reports.text(i, result.boilerplate[i][0]), kFire);
  }
}

TEST(BoilerplateTest, WhatFourReportsOrFiveOutletsHaveIsNoBoilerplate) {
  Reports four;
  for (int i = 0; i < 4; ++i) four.add("a", told_by(i, kFire));
  EXPECT_EQ(four.find().passages.size(), 6U);
  Reports outlets;
  for (int i = 0; i < 5; ++i) {
    outlets.add(std::to_string(i), told_by(i, kFire));
  }
  EXPECT_EQ(outlets.find().passages.size(), 10U);
}

TEST(BoilerplateTest, TheLargerPartOfAReportIsNoBoilerplate) {
  Reports reports;
  for (const char* own : {"one.", "two.", "three.", "four.", "five."}) {
    reports.add("a", std::string(kFire) + " " + own);
  }
  const ReuseResult result = reports.find();
  EXPECT_EQ(result.passages.size(), 10U);
  for (const auto& spans : result.boilerplate) EXPECT_TRUE(spans.empty());
}

TEST(BoilerplateTest, OneTextInManyVersionsIsFoundInAll) {
  // More reports than share a pair of words that still says something.
  Reports reports;
  for (int i = 0; i < 60; ++i) {
    reports.add(std::to_string(i), std::string(kFire) + " " + kOther + " w" +
                                       std::to_string(i) + ".");
  }
  std::vector<bool> found(60, false);
  for (const Passage& passage : reports.find().passages) {
    found[passage.a] = found[passage.b] = true;
  }
  EXPECT_EQ(found, std::vector<bool>(60, true));
}

}  // namespace
}  // namespace stemma::reuse
