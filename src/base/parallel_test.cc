#include "base/parallel.h"

#include <numeric>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace stemma {
namespace {

TEST(ParallelForTest, VisitsEachIndexOnceForAnyNumberOfThreads) {
  for (const unsigned threads : {1U, 2U, 8U}) {
    for (const std::size_t count : {0U, 1U, 7U, 1000U}) {
      std::vector<int> visits(count, 0);
      parallel_for(count, threads, [&](std::size_t i) { ++visits[i]; });
      EXPECT_EQ(visits, std::vector<int>(count, 1));
    }
  }
}

TEST(ParallelForTest, ThrowsWhatABodyThrew) {
  EXPECT_THROW(parallel_for(100, 4,
                            [](std::size_t i) {
                              if (i == 50) throw std::runtime_error("fifty");
                            }),
               std::runtime_error);
}

}  // namespace
}  // namespace stemma
