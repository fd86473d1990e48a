#include "reuse/align.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace stemma::reuse {
namespace {

using Words = std::vector<std::uint64_t>;

// The plain twin: the whole table of weights (Wagner and Fischer 1974).
std::size_t heaviest_common_subsequence(const Words& a, const Words& b,
                                        const std::vector<Weight>& weights) {
  std::vector<std::vector<std::size_t>> weight(
      a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      weight[i + 1][j + 1] = a[i] == b[j]
                                 ? weight[i][j] + weights[i]
                                 : std::max(weight[i][j + 1], weight[i + 1][j]);
    }
  }
  return weight[a.size()][b.size()];
}

// The weight of each word of `a`, by the word.
std::vector<Weight> weights_of(const Words& a, Weight of_1, Weight of_2) {
  std::vector<Weight> weights;
  for (const std::uint64_t word : a) weights.push_back(word == 1 ? of_1 : of_2);
  return weights;
}

std::size_t sum(const std::vector<AlignedPair>& pairs,
                const std::vector<Weight>& weights) {
  std::size_t all = 0;
  for (const AlignedPair& pair : pairs) all += weights[pair.a];
  return all;
}

// A common subsequence: equal words, ascending on both sides.
void expect_common_subsequence(const std::vector<AlignedPair>& pairs,
                               const Words& a, const Words& b) {
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    ASSERT_LT(pairs[k].a, a.size());
    ASSERT_LT(pairs[k].b, b.size());
    EXPECT_EQ(a[pairs[k].a], b[pairs[k].b]);
    if (k == 0) continue;
    EXPECT_LT(pairs[k - 1].a, pairs[k].a);
    EXPECT_LT(pairs[k - 1].b, pairs[k].b);
  }
}

// All words over two letters of up to `longest`.
std::vector<Words> all_words(std::size_t longest) {
  std::vector<Words> all{{}};
  for (std::size_t k = 0; k < all.size(); ++k) {
    if (all[k].size() == longest) continue;
    for (const std::uint64_t letter : {1U, 2U}) {
      Words longer = all[k];
      longer.push_back(letter);
      all.push_back(std::move(longer));
    }
  }
  return all;
}

TEST(AlignTest, AgreesWithTheWholeTableOnAllShortStrings) {
  const std::vector<Words> all = all_words(7);
  ASSERT_EQ(all.size(), 255U);
  for (const Words& a : all) {
    const std::vector<Weight> ones(a.size(), 1);
    for (const Words& b : all) {
      const auto pairs = align_words(a, b);
      expect_common_subsequence(pairs, a, b);
      ASSERT_EQ(pairs.size(), heaviest_common_subsequence(a, b, ones));
    }
  }
}

TEST(AlignTest, AgreesWithTheWholeTableWhateverTheWeights) {
  const std::vector<Words> all = all_words(7);
  for (const Words& a : all) {
    const std::vector<Weight> weights = weights_of(a, 2, 5);
    for (const Words& b : all) {
      const auto pairs = align_words(a, b, weights);
      expect_common_subsequence(pairs, a, b);
      ASSERT_EQ(sum(pairs, weights),
                heaviest_common_subsequence(a, b, weights));
    }
  }
}

TEST(AlignTest, PrefersARareWordToTwoThatSayLittle) {
  // Moved: either the two words 1 2 align, or the word 9.
  const Words a{7, 1, 2, 9, 8};
  const Words b{6, 9, 1, 2, 5};
  const std::vector<AlignedPair> two{{1, 2}, {2, 3}};
  EXPECT_EQ(align_words(a, b), two);
  const std::vector<AlignedPair> rare{{3, 1}};
  EXPECT_EQ(align_words(a, b, std::vector<Weight>{1, 1, 1, 3, 1}), rare);
}

TEST(AlignTest, AlignsWhatIsKeptAroundWhatIsReplaced) {
  const auto pairs = align_words(Words{1, 2, 3, 4, 5}, Words{1, 9, 3, 8, 7, 5});
  const std::vector<AlignedPair> expected{{0, 0}, {2, 2}, {4, 5}};
  EXPECT_EQ(pairs, expected);
}

std::vector<AlignedPair> align_by_anchors(const Words& a, const Words& b) {
  const std::vector<std::uint32_t> numbers_a(a.begin(), a.end());
  const std::vector<std::uint32_t> numbers_b(b.begin(), b.end());
  const std::vector<Weight> ones(a.size(), 1);
  Aligner aligner;
  aligner.set_numbers(1000);
  std::vector<AlignedPair> pairs;
  aligner.align_by_anchors({numbers_a, numbers_b, ones}, pairs);
  return pairs;
}

TEST(AlignTest, WithAnchorsEveryShortStringGivesACommonSubsequence) {
  const std::vector<Words> all = all_words(7);
  for (const Words& a : all) {
    for (const Words& b : all) {
      expect_common_subsequence(align_by_anchors(a, b), a, b);
    }
  }
}

TEST(AlignTest, WithAnchorsWordsThatRepeatAlignBetweenThoseThatDoNot) {
  // 1 stands everywhere; 5 and 7 once, and 3 has no like.
  const auto pairs =
      align_by_anchors(Words{1, 1, 5, 1, 7, 1, 1}, Words{1, 5, 3, 1, 1, 7, 1});
  const std::vector<AlignedPair> expected{
      {0, 0}, {2, 1}, {3, 4}, {4, 5}, {6, 6}};
  EXPECT_EQ(pairs, expected);
}

TEST(AlignTest, WithAnchorsWordsThatStandOnceAlignAsWithout) {
  // Each is a number once, in an order of its own: whatever is found must be
  // as long as the longest.
  for (std::uint64_t step : {3U, 7U, 10U, 23U, 50U}) {
    Words a;
    Words b;
    for (std::uint64_t i = 1; i <= 100; ++i) {
      a.push_back(i);
      b.push_back(i * step % 101);
    }
    const auto pairs = align_by_anchors(a, b);
    expect_common_subsequence(pairs, a, b);
    EXPECT_EQ(pairs.size(), heaviest_common_subsequence(
                                a, b, std::vector<Weight>(a.size(), 1)));
  }
}

TEST(AlignTest, OneWordRepeatedWithoutEndIsBounded) {
  Words a(200'000, 7);
  Words b(200'000, 7);
  a.front() = 1;
  a.back() = 2;
  const auto pairs = align_words(a, b);
  expect_common_subsequence(pairs, a, b);
}

}  // namespace
}  // namespace stemma::reuse
