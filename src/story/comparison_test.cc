#include "story/comparison.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace stemma::story {
namespace {

constexpr std::array<double, kFields> kNoMean{};

ReportVector body(TermVector terms) {
  ReportVector report;
  report.fields[0] = std::move(terms);
  report.unit[0] = 1;
  return report;
}

TEST(ComparisonTest, LikenessIsSummedOverTheMembers) {
  Profile story;
  add_member(body({{1, 1}}), 0, story);
  add_member(body({{2, 1}}), 0, story);
  const ReportVector report = body({{1, 0.6F}, {2, 0.8F}});
  const ComparedSide compared(report, kNoMean);
  EXPECT_NEAR(compared.likeness_sum(Field::kBody, story), 1.4, 1e-6);
  EXPECT_NEAR(likeness_sum(Field::kBody, report, story, kNoMean), 1.4, 1e-6);
}

// x = (0.6, 0.8), m = (0.5, 0): x - m = (0.1, 0.8), |x - m|^2 = 0.65;
// y = (1, 0): y - m = (0.5, 0). The cosine of the two is 0.1 / sqrt(0.65).
TEST(ComparisonTest, WhatAllReportsShareIsTakenAway) {
  const double unit_x = 1 / std::sqrt(1 - 2 * 0.3 + 0.25);
  const double unit_y = 1 / std::sqrt(1 - 2 * 0.5 + 0.25);
  ReportVector x = body({{1, static_cast<float>(0.6 * unit_x)},
                         {2, static_cast<float>(0.8 * unit_x)}});
  x.unit[0] = unit_x;
  x.common[0] = 0.3 * unit_x;
  ReportVector y = body({{1, static_cast<float>(unit_y)}});
  y.unit[0] = unit_y;
  y.common[0] = 0.5 * unit_y;
  Profile story;
  add_member(y, 0, story);
  std::array<double, kFields> squares{};
  squares[0] = 0.25;
  EXPECT_NEAR(likeness_sum(Field::kBody, x, story, squares),
              0.1 / std::sqrt(0.65), 1e-6);
}

TEST(ComparisonTest, OthersAreTheFifthToFifteenthWithoutTheOneCompared) {
  std::vector<double> likenesses(16, 0.1);
  for (std::size_t i = 0; i < 6; ++i) likenesses[i] = 0.9;
  // Without one of the six that are most alike, five are passed over and ten
  // of 0.1 are left.
  EXPECT_NEAR(likeness_to_others(likenesses, 0.9), 0.1, 1e-12);
  // Without one of the others, one of 0.9 is the sixth.
  EXPECT_NEAR(likeness_to_others(likenesses, 0.1), (0.9 + 9 * 0.1) / 10, 1e-12);
}

TEST(ComparisonTest, AStoryThatIsDenseAsksForMore) {
  Profile loose;
  Profile dense;
  for (int i = 0; i < 2; ++i) {
    add_member(body({{1, 1}}), i * 0.2, loose);
    add_member(body({{1, 1}}), i * 0.8, dense);
  }
  Profile alone;
  add_member(body({{1, 1}}), 0, alone);
  const Likeness likeness = {0.2, 0, 0};
  EvidenceValues to_loose =
      evidence_of(likeness, {&alone, 0.05}, {&loose, 0.05});
  EvidenceValues to_dense =
      evidence_of(likeness, {&alone, 0.05}, {&dense, 0.05});
  EXPECT_NEAR(value_of(to_loose, Evidence::kToTighter), 0, 1e-12);
  EXPECT_LT(join_odds(to_dense, shipped_weights()),
            join_odds(to_loose, shipped_weights()));
}

TEST(ComparisonTest, DaysApartAndOneOutletSpeakAgainst) {
  ReportVector report = body({{1, 1}});
  report.dated = true;
  report.day = 10;
  report.outlet = 7;
  Profile a;
  add_member(report, 0, a);
  Profile same = a;
  report.outlet = 8;
  Profile other;
  add_member(report, 0, other);
  report.day = 30;
  Profile later;
  add_member(report, 0, later);
  const auto odds = [&](const Profile& b) {
    return join_odds(evidence_of({0.3, 0.1, 0.1}, {&a, 0.05}, {&b, 0.05}),
                     shipped_weights());
  };
  EXPECT_LT(odds(same), odds(other));
  EXPECT_LT(odds(later), odds(other));
}

}  // namespace
}  // namespace stemma::story
