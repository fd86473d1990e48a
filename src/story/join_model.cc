#include "story/join_model.h"

#include <cmath>

#include "story/join_weights.h"

namespace stemma::story {

std::string_view name_of(Evidence evidence) {
  return kJoinWeights[static_cast<std::size_t>(evidence)].name;
}

double join_probability(const EvidenceValues& values) {
  double sum = 0;
  for (std::size_t i = 0; i < kEvidence; ++i) {
    sum += kJoinWeights[i].weight * values[i];
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace stemma::story
