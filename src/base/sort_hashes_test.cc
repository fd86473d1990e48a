#include "base/sort_hashes.h"

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace stemma {
namespace {

constexpr std::uint32_t kAll = std::numeric_limits<std::uint32_t>::max();

// Many equal values, few, none; bounds that are no power of two.
TEST(SortHashesTest, SortsAsTheLibraryDoes) {
  std::mt19937 random(11);
  for (const std::uint32_t greatest :
       {0U, 1U, 6U, 255U, 256U, 1000000U, kAll}) {
    for (const std::size_t size : {0U, 1U, 2U, 60U, 500U, 1024U, 1025U}) {
      std::uniform_int_distribution<std::uint32_t> hash(0, greatest);
      std::vector<std::uint32_t> hashes(size);
      for (std::uint32_t& each : hashes) each = hash(random);
      if (size > 1) hashes[size / 2] = greatest;
      std::vector<std::uint32_t> expected = hashes;
      std::sort(expected.begin(), expected.end());
      sort_hashes(hashes, greatest);
      EXPECT_EQ(hashes, expected) << greatest << ' ' << size;
    }
  }
}

TEST(SortHashesTest, SortsHashesThatAreNotSpread) {
  std::vector<std::uint32_t> hashes;
  for (std::uint32_t i = 800; i > 0; --i) hashes.push_back(i);
  sort_hashes(hashes, kAll);
  EXPECT_TRUE(std::is_sorted(hashes.begin(), hashes.end()));
}

}  // namespace
}  // namespace stemma
