#include "plain_trees.h"

#include <gtest/gtest.h>

namespace stemma::gen {
namespace {

TreeGraph graph_of(
    std::uint32_t texts, std::uint32_t nodes,
    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
  TreeGraph graph(texts);
  while (graph.neighbours.size() < nodes) graph.add_node();
  for (const auto& [a, b] : edges) graph.connect(a, b);
  return graph;
}

TEST(SignDistanceTest, EqualTreesAgreeInEverything) {
  const TreeGraph chain = graph_of(4, 4, {{0, 1}, {1, 2}, {2, 3}});
  EXPECT_DOUBLE_EQ(average_sign_distance(chain, chain), 1);
}

// Chains 0-1-2 and 1-0-2. Seen from 0: 1 is nearer than 2 in the first,
// both are equally near in the second: off by one, twice (b, c and c, b).
// From 1: equally near; 0 nearer: off by one, twice. From 2: 1 nearer; 0
// nearer: off by two, twice. So 1 - (4 * 1/2 + 2 * 1) / 6 = 1/3.
TEST(SignDistanceTest, AChainWithItsMiddleExchanged) {
  const TreeGraph truth = graph_of(3, 3, {{0, 1}, {1, 2}});
  const TreeGraph found = graph_of(3, 3, {{1, 0}, {0, 2}});
  EXPECT_NEAR(average_sign_distance(found, truth), 1.0 / 3, 1e-12);
  EXPECT_NEAR(average_sign_distance(truth, found), 1.0 / 3, 1e-12);
}

// The chain 0-1-2 against a star with an unseen middle: from 0 and from 2 the
// chain prefers 1 and the star has no preference (4 triples off by one), from
// 1 both agree (2 triples). 1 - (4 * 1/2) / 6 = 2/3.
TEST(SignDistanceTest, AChainAgainstAStarWithAnUnseenMiddle) {
  const TreeGraph truth = graph_of(3, 3, {{0, 1}, {1, 2}});
  const TreeGraph found = graph_of(3, 4, {{0, 3}, {1, 3}, {2, 3}});
  EXPECT_NEAR(average_sign_distance(found, truth), 2.0 / 3, 1e-12);
}

// The example of Saitou and Nei's method in its usual form: five taxa whose
// distances fit the tree ((0,1),2,(3,4)) exactly.
TEST(NeighbourJoiningTest, FindsATreeThatTheDistancesFit) {
  const Distances distances = {{0, 5, 9, 9, 8},
                               {5, 0, 10, 10, 9},
                               {9, 10, 0, 8, 7},
                               {9, 10, 8, 0, 3},
                               {8, 9, 7, 3, 0}};
  const TreeGraph truth =
      graph_of(5, 8, {{0, 5}, {1, 5}, {5, 6}, {2, 6}, {6, 7}, {3, 7}, {4, 7}});
  EXPECT_DOUBLE_EQ(average_sign_distance(neighbour_joining(distances), truth),
                   1);
}

TEST(SpanningTreeTest, TakesTheShortestEdges) {
  const Distances distances = {{0, 1, 4}, {1, 0, 2}, {4, 2, 0}};
  const TreeGraph truth = graph_of(3, 3, {{0, 1}, {1, 2}});
  EXPECT_DOUBLE_EQ(
      average_sign_distance(minimum_spanning_tree(distances), truth), 1);
}

}  // namespace
}  // namespace stemma::gen
