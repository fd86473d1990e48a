#include "base/pipeline.h"

#include <atomic>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace stemma {
namespace {

TEST(PipelineTest, UsesEveryItemOnceInOrderOnAnyNumberOfThreads) {
  for (const unsigned threads : {1U, 2U, 5U}) {
    constexpr std::size_t kSlots = 3;
    std::vector<std::size_t> slots(kSlots);
    std::vector<std::size_t> used;
    run_pipeline(100, kSlots, threads,
                 {.make = [&](std::size_t item, std::size_t slot,
                              std::size_t /*worker*/) { slots[slot] = item; },
                  .use =
                      [&](std::size_t item, std::size_t slot) {
                        EXPECT_EQ(slots[slot], item);
                        used.push_back(item);
                        return true;
                      }});
    ASSERT_EQ(used.size(), 100U);
    for (std::size_t i = 0; i < used.size(); ++i) EXPECT_EQ(used[i], i);
  }
}

TEST(PipelineTest, RefinesInOrderBetweenTheTwo) {
  for (const unsigned threads : {1U, 2U, 5U}) {
    constexpr std::size_t kSlots = 4;
    std::vector<std::size_t> slots(kSlots);
    std::size_t sum = 0;  // touched by refine() alone
    std::vector<std::size_t> used;
    run_pipeline(100, kSlots, threads,
                 {.make = [&](std::size_t item, std::size_t slot,
                              std::size_t /*worker*/) { slots[slot] = item; },
                  .refine =
                      [&](std::size_t /*item*/, std::size_t slot) {
                        sum += slots[slot];
                        slots[slot] = sum;
                      },
                  .use =
                      [&](std::size_t /*item*/, std::size_t slot) {
                        used.push_back(slots[slot]);
                        return true;
                      }});
    ASSERT_EQ(used.size(), 100U);
    for (std::size_t i = 0; i < used.size(); ++i) {
      EXPECT_EQ(used[i], i * (i + 1) / 2);
    }
  }
}

TEST(PipelineTest, NothingToDoIsDone) { run_pipeline(0, 2, 2, {}); }

TEST(PipelineTest, EndsWhereUseSaysSo) {
  std::atomic<std::size_t> made = 0;
  std::size_t used = 0;
  run_pipeline(1000, 4, 2,
               {.make = [&](std::size_t, std::size_t, std::size_t) { ++made; },
                .use = [&](std::size_t, std::size_t) { return ++used < 5; }});
  EXPECT_EQ(used, 5U);
  EXPECT_LE(made, 5U + 4U);
}

TEST(PipelineTest, AnExceptionComesOut) {
  EXPECT_THROW(
      run_pipeline(100, 4, 2,
                   {.make =
                        [](std::size_t item, std::size_t, std::size_t) {
                          if (item == 7) throw std::runtime_error("seven");
                        },
                    .use = [](std::size_t, std::size_t) { return true; }}),
      std::runtime_error);
}

}  // namespace
}  // namespace stemma
