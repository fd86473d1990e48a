#include "reuse/align.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace stemma::reuse {
namespace {

using Words = std::vector<std::uint64_t>;

// The plain twin: the whole table of lengths (Wagner and Fischer 1974).
std::size_t longest_common_subsequence(const Words& a, const Words& b) {
  std::vector<std::vector<std::size_t>> length(
      a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      length[i + 1][j + 1] = a[i] == b[j]
                                 ? length[i][j] + 1
                                 : std::max(length[i][j + 1], length[i + 1][j]);
    }
  }
  return length[a.size()][b.size()];
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
    for (const Words& b : all) {
      const auto pairs = align_words(a, b);
      expect_common_subsequence(pairs, a, b);
      ASSERT_EQ(pairs.size(), longest_common_subsequence(a, b));
    }
  }
}

TEST(AlignTest, AlignsWhatIsKeptAroundWhatIsReplaced) {
  const auto pairs = align_words(Words{1, 2, 3, 4, 5}, Words{1, 9, 3, 8, 7, 5});
  const std::vector<AlignedPair> expected{{0, 0}, {2, 2}, {4, 5}};
  EXPECT_EQ(pairs, expected);
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
