#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace stemma {

unsigned thread_count(unsigned wanted) {
  if (wanted > 0) return wanted;
  return std::max(1U, std::thread::hardware_concurrency());
}

void parallel_for(std::size_t count, unsigned threads,
                  const std::function<void(std::size_t)>& body) {
  parallel_for_workers(
      count, threads,
      [&body](std::size_t i, std::size_t /*worker*/) { body(i); });
}

void parallel_for_workers(
    std::size_t count, unsigned threads,
    const std::function<void(std::size_t, std::size_t)>& body) {
  const auto workers = std::min<std::size_t>(thread_count(threads),
                                             std::max<std::size_t>(count, 1));
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failure_mutex;
  const auto work = [&](std::size_t worker) {
    try {
      for (std::size_t i = next++; i < count; i = next++) body(i, worker);
    } catch (...) {
      const std::lock_guard lock(failure_mutex);
      if (!failure) failure = std::current_exception();
      next = count;
    }
  };
  {
    std::vector<std::jthread> pool;
    pool.reserve(workers - 1);
    for (std::size_t i = 1; i < workers; ++i) pool.emplace_back(work, i);
    work(0);
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace stemma
