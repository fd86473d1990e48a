// Word numbers by Zipf's law, for texts that benchmarks make up.
#pragma once

#include <cmath>
#include <cstdint>

namespace stemma {

// A fixed sequence, the same in every run (Knuth's MMIX generator).
class NumberedWords {
 public:
  // Uniform in [0, 1).
  double next() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<double>(state_ >> 11U) / 9007199254740992.0;
  }
  // Word numbers up to 30,000, the small ones often.
  std::uint64_t word() {
    return static_cast<std::uint64_t>(std::exp(next() * std::log(30'000.0)));
  }

 private:
  std::uint64_t state_ = 1;
};

}  // namespace stemma
