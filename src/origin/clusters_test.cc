#include "origin/clusters.h"

#include <random>

#include <gtest/gtest.h>

namespace stemma::origin {
namespace {

using Group = std::vector<std::uint32_t>;
using Matrix = std::vector<std::vector<double>>;

double mean_alike(const Matrix& alike, const Group& left, const Group& right) {
  double sum = 0;
  for (const auto a : left) {
    for (const auto b : right) sum += alike[a][b];
  }
  return sum / static_cast<double>(left.size() * right.size());
}

// Average linkage by looking at all pairs of groups again after each joining.
std::vector<double> plain_linkage(std::uint32_t members,
                                  const std::vector<Edge>& edges) {
  Matrix alike(members, std::vector<double>(members, 0.0));
  for (const Edge& edge : edges) {
    alike[edge.a][edge.b] = edge.probability;
    alike[edge.b][edge.a] = edge.probability;
  }
  std::vector<Group> groups;
  for (std::uint32_t i = 0; i < members; ++i) groups.push_back({i});
  std::vector<double> merges;
  while (true) {
    double best = 0;
    std::size_t left = 0;
    std::size_t right = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      for (std::size_t j = i + 1; j < groups.size(); ++j) {
        const double mean = mean_alike(alike, groups[i], groups[j]);
        if (mean <= best) continue;
        best = mean;
        left = i;
        right = j;
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
        edges.push_back({a, b, static_cast<double>(1 + random() % 999) / 1000});
      }
    }
    const auto merges = average_linkage(members, edges);
    const auto expected = plain_linkage(members, edges);
    ASSERT_EQ(merges.size(), expected.size()) << "round " << round;
    for (std::size_t i = 0; i < merges.size(); ++i) {
      EXPECT_NEAR(merges[i].probability, expected[i], 1e-12);
    }
  }
}

// 0-1, 0-2 and 1-2 are joined; 3 was compared with 0 only, and two pairs
// without an edge count as 0.
TEST(AverageLinkageTest, MissingEdgesCountAsNothingInSmallGroups) {
  const std::vector<Edge> edges = {
      {0, 1, 1.0}, {0, 2, 1.0}, {1, 2, 1.0}, {0, 3, 0.9}};
  const auto merges = average_linkage(4, edges);
  ASSERT_EQ(merges.size(), 3U);
  EXPECT_NEAR(merges[2].probability, 0.3, 1e-12);
  EXPECT_DOUBLE_EQ(merges[2].surest, 0.9);
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

// All of it or nothing: four coins of their own would leave the outer numbers
// of groups a sixteenth each, less than the tail.
TEST(CountGroupsTest, WhatIsUndecidedIsJoinedTogether) {
  const Merge merge{.probability = 0, .surest = 0, .undecided = 1};
  const std::vector<Merge> merges(4, merge);
  EXPECT_EQ(count_groups(5, merges, 0.1), (CountRange{5, 1, 5}));
}

// Two reports that cannot be compared bring a coin each beside that of their
// pair. As likely as not, one cause joins what all three are about.
// Members that nothing links change no joining, but with more than 64 the way
// for many members is taken. Many probabilities are equal.
TEST(AverageLinkageTest, FewAndManyMembersAreJoinedInOneOrder) {
  std::mt19937 numbers(7);
  const auto random = [&](std::uint32_t below) {
    return static_cast<std::uint32_t>(numbers() % below);
  };
  for (std::uint32_t round = 0; round < 30; ++round) {
    const std::uint32_t members = 2 + random(62);
    std::vector<Edge> edges;
    for (std::uint32_t i = 0; i < members * (1 + round % 8); ++i) {
      edges.push_back({.a = random(members),
                       .b = random(members),
                       .probability = 0.125 * random(9),
                       .undecided = 0.25 * random(5)});
    }
    const auto few = average_linkage(members, edges);
    const auto many = average_linkage(200, edges);
    ASSERT_EQ(few.size(), many.size());
    for (std::size_t i = 0; i < few.size(); ++i) {
      EXPECT_EQ(few[i].probability, many[i].probability);
      EXPECT_EQ(few[i].surest, many[i].surest);
      EXPECT_EQ(few[i].a, many[i].a);
      EXPECT_EQ(few[i].b, many[i].b);
      EXPECT_EQ(few[i].undecided, many[i].undecided);
    }
  }
}

TEST(CountGroupsTest, LeavesOneGroupHoweverManyCoins) {
  const Merge coin{.probability = 0.4, .surest = 0.4, .undecided = 1};
  const std::vector<Merge> merges(3, coin);
  EXPECT_EQ(count_groups(2, merges, 0.1), (CountRange{2, 1, 2}));
}

TEST(CountGroupsTest, IsExactWhereEveryJoiningIsCertain) {
  const std::vector<Merge> merges = {{1.0, 1.0, 0, 1}, {0.0, 0.0, 0, 2}};
  EXPECT_EQ(count_groups(3, merges, 0.1), (CountRange{2, 2, 2}));
  EXPECT_EQ(count_groups(0, {}, 0.1), (CountRange{0, 0, 0}));
  EXPECT_EQ(count_groups(3, {}, 0.1), (CountRange{3, 3, 3}));
}

}  // namespace
}  // namespace stemma::origin
