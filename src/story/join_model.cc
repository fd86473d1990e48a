#include "story/join_model.h"

#include <cmath>

#include "story/join_weights.h"

namespace stemma::story {

static_assert(kJoinWeights.size() == kEvidence);

std::string_view name_of(Evidence evidence) {
  return kJoinWeights[static_cast<std::size_t>(evidence)].name;
}

const JoinWeights& shipped_weights() {
  static const JoinWeights shipped = [] {
    JoinWeights weights{};
    for (std::size_t i = 0; i < kEvidence; ++i) {
      weights[i] = kJoinWeights[i].weight;
    }
    return weights;
  }();
  return shipped;
}

double join_odds(const EvidenceValues& values, const JoinWeights& weights) {
  double sum = 0;
  for (std::size_t i = 0; i < kEvidence; ++i) sum += weights[i] * values[i];
  return sum;
}

double probability_of(double odds) { return 1 / (1 + std::exp(-odds)); }

}  // namespace stemma::story
