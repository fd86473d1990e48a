#include "reuse/packed_groups.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace stemma::reuse {
namespace {

using Group = std::vector<ReportIndex>;

TEST(PackedGroupsTest, GivesBackTheGroupsOfAnyReports) {
  std::vector<Group> small{{0, 1}, {0, 127, 128, 300}, {5, 0xFFFFFFFF}};
  std::mt19937 random(7);
  for (int i = 0; i < 200; ++i) {
    Group group(2 + random() % 23);
    const unsigned digits = 1 + random() % 32;
    for (ReportIndex& report : group) {
      report = static_cast<ReportIndex>(random() >> (32U - digits));
    }
    std::sort(group.begin(), group.end());
    small.push_back(std::move(group));
  }
  Group large(25);
  std::iota(large.begin(), large.end(), 1000);
  PackedGroups packed;
  packed.add(large);
  for (const Group& group : small) packed.add(group);
  packed.add(large);
  packed.shrink();
  std::vector<Group> found;
  packed.for_each_small(
      [&](std::uint32_t at, std::span<const ReportIndex> group) {
        PackedGroups::Room room{};
        const auto again = packed.small(at, room);
        EXPECT_TRUE(
            std::equal(group.begin(), group.end(), again.begin(), again.end()));
        found.emplace_back(group.begin(), group.end());
      });
  EXPECT_EQ(found, small);
  found.clear();
  packed.for_each_large(
      [&](std::uint32_t at, std::span<const ReportIndex> group) {
        EXPECT_EQ(packed.large()[at], 1000U);
        found.emplace_back(group.begin(), group.end());
      });
  EXPECT_EQ(found, (std::vector<Group>{large, large}));
}

}  // namespace
}  // namespace stemma::reuse
