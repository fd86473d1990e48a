#include "collate/links.h"

#include <cmath>

namespace stemma::collate {

double link_probability(const Features& features) {
  const auto weights = link_weights();
  double sum = 0;
  for (std::size_t i = 0; i < features.size(); ++i) {
    sum += weights[i] * static_cast<double>(features[i]);
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace stemma::collate
