// The regressions whose weights scripts/ learn.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace stemma::origin {

// The probability that a logistic regression gives features.
template <std::size_t N>
double logistic(double bias, const std::array<double, N>& weights,
                const std::array<double, N>& features) {
  double sum = bias;
  for (std::size_t i = 0; i < N; ++i) sum += weights[i] * features[i];
  return 1 / (1 + std::exp(-sum));
}

// A truth as a feature.
inline double as_number(bool truth) { return truth ? 1 : 0; }

}  // namespace stemma::origin
