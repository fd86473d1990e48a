// One lock guards a few numbers; it is taken twice an item, so an item should
// be worth some hundred microseconds. Whoever finds the next item in order made
// and nobody using one, uses it; so the second step wanders between threads but
// keeps to one while there is work, and one thread alone does both in turn.
#include "base/pipeline.h"

#include <algorithm>
#include <condition_variable>
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
      : count_(count), steps_(steps), is_made_(slots) {}

  void work(std::size_t worker) {
    std::unique_lock lock(mutex_);
    while (!ended_ && used_ < count_) {
      if (!using_ && is_made_[used_ % is_made_.size()]) {
        use_next(lock);
      } else if (begun_ < count_ && begun_ < used_ + is_made_.size()) {
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
  void use_next(std::unique_lock<std::mutex>& lock) {
    const std::size_t item = used_;
    using_ = true;
    lock.unlock();
    const bool goes_on =
        guarded([&] { return steps_.use(item, item % is_made_.size()); });
    lock.lock();
    using_ = false;
    is_made_[item % is_made_.size()] = false;
    ++used_;
    ended_ = ended_ || !goes_on;
    changed_.notify_all();
  }

  void make_next(std::size_t worker, std::unique_lock<std::mutex>& lock) {
    const std::size_t item = begun_++;
    lock.unlock();
    const bool goes_on = guarded([&] {
      steps_.make(item, item % is_made_.size(), worker);
      return true;
    });
    lock.lock();
    is_made_[item % is_made_.size()] = true;
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
  std::vector<char> is_made_;  // of each slot
  std::size_t begun_ = 0;      // items that a thread has taken to make
  std::size_t used_ = 0;
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
