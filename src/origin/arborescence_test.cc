#include "origin/arborescence.h"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace stemma::origin {
namespace {

// True if every way of parents ends outside.
bool is_tree(const Parents& parents) {
  for (std::uint32_t node = 0; node < parents.size(); ++node) {
    std::uint32_t at = node;
    for (std::size_t steps = 0; at != kOutside; ++steps) {
      if (steps > parents.size()) return false;
      at = parents[at];
    }
  }
  return true;
}

// All trees over the nodes, by trying every parent for every node.
std::vector<Parents> all_trees(std::uint32_t size) {
  std::vector<Parents> trees;
  std::vector<std::uint32_t> choice(size, 0);  // 0 outside, else parent + 1
  while (true) {
    Parents parents(size);
    bool own = false;
    for (std::uint32_t i = 0; i < size; ++i) {
      parents[i] = choice[i] == 0 ? kOutside : choice[i] - 1;
      own = own || parents[i] == i;
    }
    if (!own && is_tree(parents)) trees.push_back(parents);
    std::uint32_t i = 0;
    while (i < size && choice[i] == size) choice[i++] = 0;
    if (i == size) return trees;
    ++choice[i];
  }
}

EdgeWeights random_weights(std::uint32_t size, std::mt19937& random) {
  EdgeWeights weights(size);
  const auto draw = [&random] {
    return static_cast<double>(random() % 9000) / 1000 - 6;
  };
  for (std::uint32_t child = 0; child < size; ++child) {
    weights.root(child) = draw();
    for (std::uint32_t parent = 0; parent < size; ++parent) {
      if (parent != child) weights.edge(parent, child) = draw();
    }
  }
  return weights;
}

// Cayley: (n + 1)^(n - 1) trees over n nodes and the outside.
TEST(TreesTest, AreCountedAsByCayley) {
  EXPECT_EQ(all_trees(3).size(), 16U);
  EXPECT_EQ(all_trees(5).size(), 1296U);
}

TEST(TreesTest, BestAndPosteriorsAgreeWithAllTreesOfUpToSixNodes) {
  std::mt19937 random(11);
  for (std::uint32_t size = 1; size <= 6; ++size) {
    const std::vector<Parents> trees = all_trees(size);
    for (int round = 0; round < (size < 6 ? 20 : 4); ++round) {
      const EdgeWeights weights = random_weights(size, random);
      double best = -HUGE_VAL;
      double all = 0;
      EdgeWeights sums(size);
      for (std::uint32_t c = 0; c < size; ++c) {
        sums.root(c) = 0;
        for (std::uint32_t p = 0; p < size; ++p) sums.edge(p, c) = 0;
      }
      for (const Parents& tree : trees) {
        const double weight = weight_of(weights, tree);
        best = std::max(best, weight);
        all += std::exp(weight);
        for (std::uint32_t c = 0; c < size; ++c) {
          double& sum =
              tree[c] == kOutside ? sums.root(c) : sums.edge(tree[c], c);
          sum += std::exp(weight);
        }
      }
      const Parents found = best_tree(weights);
      ASSERT_TRUE(is_tree(found));
      EXPECT_NEAR(weight_of(weights, found), best, 1e-9);
      const EdgeWeights posteriors = edge_posteriors(weights);
      for (std::uint32_t c = 0; c < size; ++c) {
        EXPECT_NEAR(posteriors.root(c), sums.root(c) / all, 1e-9);
        for (std::uint32_t p = 0; p < size; ++p) {
          if (p == c) continue;
          EXPECT_NEAR(posteriors.edge(p, c), sums.edge(p, c) / all, 1e-9);
        }
      }
    }
  }
}

// Two nodes that each want the other, so that the cycle has to be opened at
// the cheaper end: 2 + 5 beats 1 + 5.
TEST(TreesTest, ACycleIsOpenedWhereItCostsLeast) {
  EdgeWeights weights(2);
  weights.edge(0, 1) = 5;
  weights.edge(1, 0) = 5;
  weights.root(0) = 1;
  weights.root(1) = 2;
  EXPECT_EQ(best_tree(weights), (Parents{1, kOutside}));
}

// Equal weights: of the three trees of two nodes two have the edge 0 -> 1 or
// 1 -> 0, one has none.
TEST(TreesTest, PosteriorsOfEqualTrees) {
  EdgeWeights weights(2);
  weights.edge(0, 1) = 0;
  weights.edge(1, 0) = 0;
  weights.root(0) = 0;
  weights.root(1) = 0;
  const EdgeWeights posteriors = edge_posteriors(weights);
  EXPECT_NEAR(posteriors.edge(0, 1), 1.0 / 3, 1e-12);
  EXPECT_NEAR(posteriors.root(0), 2.0 / 3, 1e-12);
}

// Either of the two is the root, the other hangs on it; that both are roots
// weighs nothing.
TEST(TreesTest, PosteriorsOfNodesThatWantOnlyEachOther) {
  EdgeWeights weights(2);
  weights.edge(0, 1) = 0;
  weights.edge(1, 0) = 0;
  weights.root(0) = -60;
  weights.root(1) = -60;
  const EdgeWeights posteriors = edge_posteriors(weights);
  EXPECT_NEAR(posteriors.edge(0, 1), 0.5, 1e-6);
  EXPECT_NEAR(posteriors.root(0), 0.5, 1e-6);
}

}  // namespace
}  // namespace stemma::origin
