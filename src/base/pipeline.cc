// One lock guards a few numbers; it is taken twice a step, so a step should be
// worth some hundred microseconds. Whoever finds the next item in order made
// and nobody using one, uses it, else refines the next in the same way, else
// makes one; so the steps in order wander between threads but keep to one while
// there is work, and one thread alone does all in turn.
#include "base/pipeline.h"

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "base/parallel.h"
#include "stemma/error.h"

namespace stemma {
namespace {

class Pipeline {
 public:
  Pipeline(std::size_t count, std::size_t slots, const PipelineSteps& steps)
      : count_(count), steps_(steps), states_(slots) {}

  void work(std::size_t worker) {
    std::unique_lock lock(mutex_);
    while (!ended_ && used_ < count_) {
      if (!using_ && state(used_) == State::kReady) {
        use_next(lock);
      } else if (!refining_ && refined_ < begun_ &&
                 state(refined_) == State::kMade) {
        refine_next(lock);
      } else if (begun_ < count_ && begun_ < used_ + states_.size()) {
        make_next(worker, lock);
      } else {
        changed_.wait(lock);
      }
    }
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  enum class State : std::uint8_t { kFree, kMade, kReady };

  State& state(std::size_t item) { return states_[item % states_.size()]; }

  void use_next(std::unique_lock<std::mutex>& lock) {
    const std::size_t item = used_;
    using_ = true;
    run(lock, [&] { return steps_.use(item, item % states_.size()); });
    using_ = false;
    state(item) = State::kFree;
    ++used_;
  }

  void refine_next(std::unique_lock<std::mutex>& lock) {
    const std::size_t item = refined_;
    refining_ = true;
    run(lock, [&] {
      steps_.refine(item, item % states_.size());
      return true;
    });
    refining_ = false;
    state(item) = State::kReady;
    ++refined_;
  }

  void make_next(std::size_t worker, std::unique_lock<std::mutex>& lock) {
    const std::size_t item = begun_++;
    run(lock, [&] {
      steps_.make(item, item % states_.size(), worker);
      return true;
    });
    state(item) = steps_.refine ? State::kMade : State::kReady;
  }

  // Runs a step without the lock and ends all if it says so.
  template <typename Step>
  void run(std::unique_lock<std::mutex>& lock, const Step& step) {
    lock.unlock();
    const bool goes_on = guarded(step);
    lock.lock();
    ended_ = ended_ || !goes_on;
    changed_.notify_all();
  }

  // The step's answer, or false after an exception, which is kept.
  template <typename Step>
  bool guarded(const Step& step) {
    try {
      return step();
    } catch (...) {
      const std::lock_guard lock(failure_mutex_);
      if (!failure_) failure_ = std::current_exception();
      return false;
    }
  }

  const std::size_t count_;
  const PipelineSteps& steps_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<State> states_;  // of each slot
  std::size_t begun_ = 0;      // items that a thread has taken to make
  std::size_t refined_ = 0;
  std::size_t used_ = 0;
  bool refining_ = false;
  bool using_ = false;
  bool ended_ = false;
  std::mutex failure_mutex_;
  std::exception_ptr failure_;
};

}  // namespace

void run_pipeline(std::size_t count, std::size_t slots, unsigned threads,
                  const PipelineSteps& steps) {
  STEMMA_ASSERT(slots > 0);
  Pipeline pipeline(count, slots, steps);
  const std::size_t workers =
      std::min<std::size_t>(thread_count(threads), count + 1);
  {
    std::vector<std::jthread> pool;
    pool.reserve(workers);
    for (std::size_t i = 1; i < workers; ++i) {
      pool.emplace_back([&pipeline, i] { pipeline.work(i); });
    }
    pipeline.work(0);
  }
  pipeline.rethrow();
}

}  // namespace stemma
