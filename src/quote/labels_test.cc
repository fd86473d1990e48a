#include "quote/labels.h"

#include <string>

#include <gtest/gtest.h>

namespace stemma::quote {
namespace {

constexpr std::size_t kLabels = 3;

// Weights that are a plain function of the feature.
struct Weights {
  using Row = std::array<int, kLabels>;
  const Row* find(std::uint32_t feature) const {
    for (std::size_t k = 0; k < kLabels; ++k) {
      row[k] = static_cast<int>((feature * (k + 3) * 2654435761U) >> 24U) % 21;
    }
    return &row;
  }
  bool may_have(std::uint32_t) const { return true; }
  static int weight(int w) { return w; }
  mutable Row row{};
};

void features(std::uint32_t i, Features& out) {
  out.label = {i * 7 + 1, i * 13 + 5};
  out.step = {i * 3 + 2};
}

int score(const std::vector<std::uint8_t>& labels) {
  const Weights weights;
  Features found;
  int sum = 0;
  std::size_t before = 0;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    if (!may_follow(before, labels[i])) return -1000000;
    features(i, found);
    for (const std::uint32_t f : found.label) {
      sum += (*weights.find(f))[labels[i]];
    }
    for (const std::uint32_t f : found.step) {
      sum += (*weights.find(step_feature(f, before)))[labels[i]];
    }
    before = labels[i];
  }
  return sum;
}

// The best of all sequences, tried one by one.
int best_score_tried(std::size_t size) {
  std::vector<std::uint8_t> labels(size);
  int best = -1000000;
  for (;;) {
    best = std::max(best, score(labels));
    std::size_t i = 0;
    while (i < size && ++labels[i] == kLabels) labels[i++] = 0;
    if (i == size) return best;
  }
}

TEST(BestLabels, AreTheBestOfAllSequences) {
  for (std::size_t size = 1; size <= 8; ++size) {
    const auto labels =
        best_labels<kLabels, int>(size, Weights{}, features,
                                  [](std::uint32_t, std::size_t) { return 0; });
    EXPECT_EQ(score(labels), best_score_tried(size)) << size;
  }
}

TEST(BestLabels, TakeNoForbiddenLabel) {
  const auto labels = best_labels<kLabels, int>(
      6, Weights{}, features, [](std::uint32_t i, std::size_t label) {
        return i == 3 && label != 0 ? -1000000 : 0;
      });
  EXPECT_EQ(labels[3], 0);
}

TEST(WeightTable, ReadsFeatureAndRootsOfWeights) {
  // The feature 65 in base 64 is "11"; 'O' is zero, 'R' three above it.
  const WeightTable<3> table("000011ORL\n000002OOP\n");
  ASSERT_NE(table.find(65), nullptr);
  const auto weight = [&](std::uint32_t feature, std::size_t label) {
    return WeightTable<3>::weight((*table.find(feature))[label]);
  };
  EXPECT_EQ(weight(65, 0), 0);
  EXPECT_EQ(weight(65, 1), 9);
  EXPECT_EQ(weight(65, 2), -9);
  ASSERT_NE(table.find(2), nullptr);
  EXPECT_EQ(weight(2, 2), 1);
  EXPECT_EQ(table.find(3), nullptr);
}

TEST(WeightTable, OfNoFileIsEmpty) {
  EXPECT_EQ(WeightTable<3>("").find(1), nullptr);
}

}  // namespace
}  // namespace stemma::quote
