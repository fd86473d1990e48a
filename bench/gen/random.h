// Random numbers that are the same on every machine: the standard library's
// distributions are not.
#pragma once

#include <cmath>
#include <cstdint>

namespace stemma::gen {

// SplitMix64 (Steele, Lea and Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }

  // Uniform in [0, 1).
  double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

  // Uniform in [0, count). REQUIRES: count > 0.
  std::uint32_t below(std::uint32_t count) {
    return static_cast<std::uint32_t>(((next() >> 32U) * count) >> 32U);
  }

  // Uniform in [low, high].
  std::uint32_t between(std::uint32_t low, std::uint32_t high) {
    return low + below(high - low + 1);
  }

  bool chance(double probability) { return unit() < probability; }

  // Exponential with the given mean.
  double exponential(double mean) { return -mean * std::log1p(-unit()); }

  // A power law on [1, most]: P(k) ~ k^-exponent. REQUIRES: exponent > 1.
  std::uint32_t power_law(double exponent, std::uint32_t most) {
    const double tail = std::pow(most + 1.0, 1 - exponent);
    const double drawn = std::pow(1 - unit() * (1 - tail), 1 / (1 - exponent));
    return static_cast<std::uint32_t>(drawn);
  }

 private:
  std::uint64_t state_;
};

}  // namespace stemma::gen
