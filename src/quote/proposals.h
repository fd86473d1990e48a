// Proposals: what may be attributions of a frame, by the two label chains.
#pragma once

#include <span>
#include <vector>

#include "quote/judge.h"
#include "quote/lattice.h"
#include "quote/model.h"

namespace stemma::quote {

// Lets the first chain propose cues and the second find source and content of
// each.
class Proposer {
 public:
  // Both tables outlive the proposer.
  Proposer(const WeightTable& cues, const WeightTable& roles)
      : cues_(cues), roles_(roles) {}

  // The proposals of a frame, in the order of their cues; notes in `items`
  // where likely cues begin.
  std::vector<Proposal> find(Items& items, CueFinder::Care care);

 private:
  Proposal propose(const Items& items, const Candidate& cue);

  // The best path by which anything is reported or speaks. Lives until the
  // next call.
  const Path& best_path(std::span<const Scores> scores, ItemRange cue);

  // The same where somebody's very words are reported: no words outside the
  // marks are unless much speaks for it, and they get a speaker if a path with
  // one is nearly as good.
  const Path& best_path_of_words(const Items& items,
                                 std::span<const Scores> scores, ItemRange cue);

  CueFinder cues_;
  RoleScorer roles_;
  PathFinder<RoleChain> paths_;
  std::vector<Scores> scores_;
  Path best_;
};

}  // namespace stemma::quote
