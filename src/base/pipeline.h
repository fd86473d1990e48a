// Work in steps that overlap: made by many threads, used in order.
#pragma once

#include <cstddef>
#include <functional>

namespace stemma {

// The steps of item i follow one another and hand on what belongs to slot
// i % slots; no two items that share a slot are under way at one time.
struct PipelineSteps {
  // Called on any thread, in any order; no two calls at one time have one
  // `worker`, a number below thread_count(threads).
  std::function<void(std::size_t item, std::size_t slot, std::size_t worker)>
      make;
  // Called once for each item in ascending order, by one thread at a time,
  // while use() may be at work on an earlier item. May be empty.
  std::function<void(std::size_t item, std::size_t slot)> refine;
  // Called once for each item in ascending order, by one thread at a time,
  // after make() of it. False ends the run early.
  std::function<bool(std::size_t item, std::size_t slot)> use;
};

// Runs items 0, 1, ... count - 1 through the steps on up to `threads`
// threads, at most `slots` at one time, and returns when all are used, or use()
// returned false. The result does not depend on `threads`. An exception from a
// step ends the run early and is thrown again here. REQUIRES: slots > 0.
void run_pipeline(std::size_t count, std::size_t slots, unsigned threads,
                  const PipelineSteps& steps);

}  // namespace stemma
