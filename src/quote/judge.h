// Judges whole attributions: what a label chain, which sees an item at a time,
// cannot weigh. A proposal comes with the best path of its source and content;
// the cue, what kind of source it has, how the content opens and ends and which
// other proposals it lies in or holds are seen together. The weights are those
// of logistic regressions (scripts/quote_judge.h) on proposals of chains that
// have not seen their article.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "quote/features.h"
#include "quote/items.h"
#include "quote/lattice.h"

namespace stemma::quote {

// A proposal and its best path.
struct Proposal {
  Candidate cue;
  std::int32_t path = 0;  // the score of the path
  ItemRange source;       // empty: none
  ItemRange content;      // from the first piece to the last; empty: none
  std::uint32_t pieces = 0;
  std::uint32_t tokens = 0;          // of the content
  std::vector<std::uint8_t> labels;  // RoleChain::Label, one an item
};

// Reads the labels of the best path.
Proposal proposal_of(const Items& items, const Candidate& cue,
                     const Path& path);

// What the weights tell of a proposal, each as log-odds: that its cue is one,
// that a character of its content is in any content, that all of its content
// is right. As labels of a table, where 0 is none.
enum Verdict : std::uint8_t { kIsCue = 1, kIsTold = 2, kIsRight = 3 };
inline constexpr std::size_t kVerdicts = 4;

inline constexpr std::size_t kJudgeFeatures = 74;

// What tells of `all[which]`, `all` being the proposals of a frame in order.
void judge_features(const Items& items, std::span<const Proposal> all,
                    std::size_t which,
                    std::array<Feature, kJudgeFeatures>& out);

}  // namespace stemma::quote
