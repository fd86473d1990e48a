// Time that passes, for what is shown to people. No result may depend on it.
#pragma once

#include <chrono>

namespace stemma {

class Stopwatch {
 public:
  Stopwatch() : begin_(Clock::now()) {}

  // Since it was made or started.
  double seconds() const {
    return std::chrono::duration<double>(Clock::now() - begin_).count();
  }
  void start() { begin_ = Clock::now(); }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point begin_;
};

}  // namespace stemma
