#include <gtest/gtest.h>

#include "stemma/types/report.h"

namespace stemma {
namespace {

constexpr PublicationTime day(std::int64_t n) {
  return {n * 86400, TimePrecision::kDay, TimeOrigin::kField};
}
constexpr PublicationTime second(std::int64_t seconds) {
  return {seconds, TimePrecision::kSecond, TimeOrigin::kField};
}

TEST(CertainlyBeforeTest, NeverHoldsForTwoEqualDays) {
  EXPECT_FALSE(certainly_before(day(3), day(3)));
  EXPECT_TRUE(certainly_before(day(3), day(4)));
  EXPECT_FALSE(certainly_before(day(4), day(3)));
}

TEST(CertainlyBeforeTest, ComparesADayWithAMomentByAllThatTheDayCanMean) {
  EXPECT_FALSE(certainly_before(day(3), second(3 * 86400 + 100)));
  EXPECT_TRUE(certainly_before(day(3), second(4 * 86400)));
  EXPECT_TRUE(certainly_before(second(3 * 86400 - 1), day(3)));
}

TEST(CertainlyBeforeTest, NeverHoldsWhereOneIsUndated) {
  EXPECT_FALSE(certainly_before(PublicationTime{}, day(3)));
  EXPECT_FALSE(certainly_before(day(3), PublicationTime{}));
}

}  // namespace
}  // namespace stemma
