// What decided whether two reports are one story.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stemma/types/story_explanation.h"
#include "story/agglomeration.h"
#include "story/join_model.h"
#include "story/report_vector.h"

namespace stemma::story {

// The evidence by name, with its weights and what it amounts to. `reports`: of
// each side.
JoinComparison weighed(const EvidenceValues& values, const JoinWeights& weights,
                       const std::array<std::uint32_t, 2>& reports);

// A term of both vectors, and the share of their product that it makes.
struct SharedTerm {
  Term term = 0;
  double share = 0;
};

// The `most` terms of the largest shares, the largest first.
std::vector<SharedTerm> shared_terms(const TermVector& a, const TermVector& b,
                                     std::size_t most);

struct JoinDecision {
  bool one_story = false;
  JoinGround ground = JoinGround::kLikeness;
  std::optional<JoinComparison> compared;  // the side of `a` is the first
};

// Follows two groups through an agglomeration.
class PairWatch {
 public:
  // Positions of the groups. Keeps a view of the weights.
  PairWatch(std::uint32_t a, std::uint32_t b, const JoinWeights& weights)
      : a_(a), b_(b), weights_(weights) {}

  // To be told of every merge before it is made; `gone` goes into `into`.
  void merging(const Groups& groups, std::uint32_t into, std::uint32_t gone,
               const EvidenceValues& evidence);

  // What became of the two, once all is put together.
  JoinDecision decision(Groups& groups, std::uint32_t window_days) const;

 private:
  std::uint32_t a_;
  std::uint32_t b_;
  const JoinWeights& weights_;
  std::optional<JoinComparison> merged_;
};

}  // namespace stemma::story
