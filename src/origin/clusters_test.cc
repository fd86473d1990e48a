#include "origin/clusters.h"

#include <random>

#include <gtest/gtest.h>

namespace stemma::origin {
namespace {

// Average linkage by looking at all pairs of groups again after each joining.
std::vector<double> plain_linkage(std::uint32_t members,
                                  const std::vector<Edge>& edges) {
  std::vector<std::vector<double>> alike(members,
                                         std::vector<double>(members, 0.0));
  for (const Edge& edge : edges) {
    alike[edge.a][edge.b] = edge.probability;
    alike[edge.b][edge.a] = edge.probability;
  }
  std::vector<std::vector<std::uint32_t>> groups;
  for (std::uint32_t i = 0; i < members; ++i) groups.push_back({i});
  std::vector<double> merges;
  while (true) {
    double best = 0;
    std::size_t left = 0;
    std::size_t right = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      for (std::size_t j = i + 1; j < groups.size(); ++j) {
        double sum = 0;
        for (const auto a : groups[i]) {
          for (const auto b : groups[j]) sum += alike[a][b];
        }
        const double mean =
            sum / static_cast<double>(groups[i].size() * groups[j].size());
        if (mean > best) {
          best = mean;
          left = i;
          right = j;
        }
      }
    }
    if (best == 0) return merges;
    merges.push_back(best);
    groups[left].insert(groups[left].end(), groups[right].begin(),
                        groups[right].end());
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(right));
  }
}

TEST(AverageLinkageTest, AgreesWithThePlainTwin) {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    const std::uint32_t members = 2 + random() % 8;
    std::vector<Edge> edges;
    for (std::uint32_t b = 1; b < members; ++b) {
      for (std::uint32_t a = 0; a < b; ++a) {
        if (random() % 3 == 0) continue;
        edges.push_back({a, b, static_cast<double>(random() % 1000) / 1000});
      }
    }
    std::erase_if(edges, [](const Edge& e) { return e.probability == 0; });
    const auto merges = average_linkage(members, edges);
    const auto expected = plain_linkage(members, edges);
    ASSERT_EQ(merges.size(), expected.size()) << "round " << round;
    for (std::size_t i = 0; i < merges.size(); ++i) {
      EXPECT_NEAR(merges[i].probability, expected[i], 1e-12);
    }
  }
}

TEST(GroupsTest, JoinFromOneHalfOn) {
  const std::vector<Merge> merges = {
      {0.9, 0.9, 1, 3}, {0.5, 0.5, 0, 2}, {0.4, 0.4, 0, 1}};
  EXPECT_EQ(groups_of(5, merges), (std::vector<std::uint32_t>{0, 1, 0, 1, 2}));
}

// Two even coins: 0, 1, 2 heads with 1/4, 1/2, 1/4.
TEST(CountGroupsTest, LeavesTheTailOnEitherSide) {
  const std::vector<Merge> merges = {{0.5, 0.5, 0, 1}, {0.5, 0.5, 2, 3}};
  EXPECT_EQ(count_groups(4, merges, 0.1), (CountRange{2, 2, 4}));
  EXPECT_EQ(count_groups(4, merges, 0.3), (CountRange{2, 2, 3}));
}

TEST(CountGroupsTest, OneSureEdgeIsEnoughForWhatIsJoined) {
  const std::vector<Merge> joined = {{0.6, 1.0, 0, 1}};
  EXPECT_EQ(count_groups(2, joined, 0.1), (CountRange{1, 1, 1}));
  const std::vector<Merge> apart = {{0.4, 1.0, 0, 1}};
  EXPECT_EQ(count_groups(2, apart, 0.1), (CountRange{2, 1, 2}));
}

TEST(CountGroupsTest, IsExactWhereEveryJoiningIsCertain) {
  const std::vector<Merge> merges = {{1.0, 1.0, 0, 1}, {0.0, 0.0, 0, 2}};
  EXPECT_EQ(count_groups(3, merges, 0.1), (CountRange{2, 2, 2}));
  EXPECT_EQ(count_groups(0, {}, 0.1), (CountRange{0, 0, 0}));
  EXPECT_EQ(count_groups(3, {}, 0.1), (CountRange{3, 3, 3}));
}

}  // namespace
}  // namespace stemma::origin
