#include "origin/clusters.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace stemma::origin {
namespace {

using Group = std::vector<std::uint32_t>;

// Two groups by the edges between them; the first eight pairs without one count
// as 0.
Merge plain_merge(const std::vector<Edge>& edges, const Group& left,
                  const Group& right) {
  const auto has = [](const Group& group, std::uint32_t member) {
    return std::find(group.begin(), group.end(), member) != group.end();
  };
  double sum = 0;
  std::size_t found = 0;
  Merge merge{.probability = -1, .a = left.front(), .b = right.front()};
  for (const Edge& edge : edges) {
    const bool between = (has(left, edge.a) && has(right, edge.b)) ||
                         (has(right, edge.a) && has(left, edge.b));
    if (!between) continue;
    ++found;
    sum += edge.probability;
    merge.surest = std::max(merge.surest, edge.probability);
    merge.undecided = std::max(merge.undecided, edge.undecided);
  }
  const std::size_t pairs =
      std::min<std::size_t>(8, left.size() * right.size());
  if (found == 0) return merge;
  merge.probability =
      std::min(1.0, sum / static_cast<double>(std::max(found, pairs)));
  return merge;
}

// Average linkage by looking at all pairs of groups again after each joining.
std::vector<Merge> plain_linkage(std::uint32_t members,
                                 const std::vector<Edge>& edges) {
  std::vector<Group> groups;
  for (std::uint32_t i = 0; i < members; ++i) groups.push_back({i});
  std::vector<Merge> merges;
  while (true) {
    Merge best{.probability = -1};
    for (std::size_t i = 0; i < groups.size(); ++i) {
      for (std::size_t j = i + 1; j < groups.size(); ++j) {
        const Merge merge = plain_merge(edges, groups[i], groups[j]);
        if (merge.probability > best.probability) best = merge;
      }
    }
    if (best.probability < 0) return merges;
    merges.push_back(best);
    const auto of = [&groups](std::uint32_t first) {
      return std::find_if(
          groups.begin(), groups.end(),
          [first](const Group& group) { return group.front() == first; });
    };
    const auto gone = of(best.b);
    of(best.a)->insert(of(best.a)->end(), gone->begin(), gone->end());
    groups.erase(gone);
  }
}

// All pairs, some, or few; many probabilities are equal, and some pairs have
// several edges or one of either direction. Eighths add up without rounding.
TEST(AverageLinkageTest, AgreesWithThePlainTwin) {
  std::mt19937 numbers(7);
  const auto random = [&](std::uint32_t below) {
    return static_cast<std::uint32_t>(numbers() % below);
  };
  for (std::uint32_t round = 0; round < 60; ++round) {
    const std::uint32_t members = 2 + random(22);
    std::vector<Edge> edges;
    for (std::uint32_t i = 0; i < members * (1 + round % 8); ++i) {
      edges.push_back({.a = random(members),
                       .b = random(members),
                       .probability = 0.125 * random(9),
                       .undecided = 0.25 * random(5)});
    }
    const auto merges = average_linkage(members, edges);
    const auto expected = plain_linkage(members, edges);
    ASSERT_EQ(merges.size(), expected.size()) << "round " << round;
    for (std::size_t i = 0; i < merges.size(); ++i) {
      EXPECT_EQ(merges[i].probability, expected[i].probability);
      EXPECT_EQ(merges[i].surest, expected[i].surest);
      EXPECT_EQ(merges[i].a, expected[i].a);
      EXPECT_EQ(merges[i].b, expected[i].b);
      EXPECT_EQ(merges[i].undecided, expected[i].undecided);
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
