#include "story/explanation.h"

#include <gtest/gtest.h>

namespace stemma::story {
namespace {

TEST(ExplanationTest, SharesAreThoseOfTheProductTheLargestFirst) {
  // 0.5 * 0.2 + 0.4 * 0.75 = 0.1 + 0.3
  const TermVector a = {{1, 0.5F}, {2, 0.9F}, {5, 0.4F}};
  const TermVector b = {{1, 0.2F}, {3, 0.9F}, {5, 0.75F}};
  const std::vector<SharedTerm> shared = shared_terms(a, b, 8);
  ASSERT_EQ(shared.size(), 2U);
  EXPECT_EQ(shared[0].term, 5U);
  EXPECT_NEAR(shared[0].share, 0.75, 1e-6);
  EXPECT_EQ(shared[1].term, 1U);
  EXPECT_NEAR(shared[1].share, 0.25, 1e-6);
  EXPECT_EQ(shared_terms(a, b, 1).size(), 1U);
  EXPECT_TRUE(shared_terms(a, {}, 8).empty());
}

TEST(ExplanationTest, EvidenceIsNamedAndMakesTheProbability) {
  EvidenceValues values{};
  JoinWeights weights{};
  value_of(values, Evidence::kTitle) = 0.5;
  value_of(weights, Evidence::kTitle) = 4;
  value_of(values, Evidence::kSameOutlet) = 1;
  value_of(weights, Evidence::kSameOutlet) = -2;
  const JoinComparison made = weighed(values, weights, {1, 3});
  EXPECT_DOUBLE_EQ(made.probability, 0.5);
  EXPECT_EQ(made.reports[1], 3U);
  ASSERT_EQ(made.evidence.size(), kEvidence);
  EXPECT_EQ(made.evidence[1].name, "title");
  EXPECT_DOUBLE_EQ(made.evidence[1].value, 0.5);
  EXPECT_DOUBLE_EQ(made.evidence[1].weight, 4);
}

}  // namespace
}  // namespace stemma::story
