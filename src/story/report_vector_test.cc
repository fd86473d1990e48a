#include "story/report_vector.h"

#include <algorithm>
#include <random>
#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace stemma::story {
namespace {

// `size` distinct terms below `limit`, with weights above 0.
TermVector random_vector(std::mt19937& random, std::size_t size,
                         std::uint32_t limit) {
  std::set<Term> terms;
  while (terms.size() < size) {
    terms.insert(static_cast<Term>(random() % limit + 1));
  }
  TermVector vector;
  for (const Term term : terms) {
    vector.push_back({term, 1 + static_cast<float>(random() % 1000) / 1000});
  }
  return vector;
}

TEST(TermTableTest, GivesTheProductThatMergingGives) {
  std::mt19937 random(7);
  for (const std::uint32_t limit : {600U, 100'000U, 4'000'000'000U}) {
    const TermVector one = random_vector(random, 200, limit);
    const TermTable table(one);
    for (const std::size_t size : {0U, 1U, 50U, 500U}) {
      TermVector other = random_vector(random, size, limit);
      other.insert(other.end(), one.begin(), one.begin() + 20);
      std::sort(other.begin(), other.end(),
                [](const auto& x, const auto& y) { return x.term < y.term; });
      other.erase(std::unique(other.begin(), other.end(),
                              [](const auto& x, const auto& y) {
                                return x.term == y.term;
                              }),
                  other.end());
      EXPECT_NEAR(table.dot(other), dot(one, other), 1e-6);
    }
  }
  EXPECT_EQ(TermTable(TermVector{}).dot({{1, 1}}), 0);
}

TEST(KeepHeaviestTest, KeepsTheHeaviestInTheirOrder) {
  TermVector terms = {{1, 3}, {2, 1}, {3, 2}, {4, 2}, {5, 5}};
  keep_heaviest(terms, 3);
  ASSERT_EQ(terms.size(), 3U);
  EXPECT_EQ(terms[0].term, 1U);
  EXPECT_EQ(terms[1].term, 3U);  // of two that weigh the same the first
  EXPECT_EQ(terms[2].term, 5U);
  keep_heaviest(terms, 3);
  EXPECT_EQ(terms.size(), 3U);
}

Outline outline_of(std::vector<Term> terms) {
  Outline outline;
  for (const Term term : terms) {
    outline.fields[static_cast<std::size_t>(Field::kBody)].push_back({term, 1});
  }
  return outline;
}

constexpr Term kOften = 1U << 30U;
constexpr Term kOnce = 3U << 30U;

TEST(DocumentFrequenciesTest, RareTermsWeighMore) {
  DocumentFrequencies frequencies;
  frequencies.add(outline_of({kOften, kOnce}));
  for (int i = 0; i < 99; ++i) frequencies.add(outline_of({kOften}));
  // 1 + ln((100 imagined + 100 seen + 1) / (1 + reports that have it)).
  EXPECT_NEAR(frequencies.weight(kOften), 1.688, 0.001);
  EXPECT_NEAR(frequencies.weight(kOnce), 5.610, 0.001);
}

TEST(DocumentFrequenciesTest, WhatIsLongPastIsForgotten) {
  DocumentFrequencies frequencies;
  for (int i = 0; i < 1000; ++i) frequencies.add(outline_of({kOften}));
  const float before = frequencies.weight(kOften);
  for (std::uint32_t i = 0; i < 12 * DocumentFrequencies::kForgetting; ++i) {
    frequencies.add(outline_of({}));
  }
  EXPECT_GT(frequencies.weight(kOften), before + 5);
}

}  // namespace
}  // namespace stemma::story
