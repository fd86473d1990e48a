// Whether two groups of reports are one story: evidence, and what it amounts
// to. A group may be a single report.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace stemma::story {

// What speaks for and against one story. Likenesses are centred cosines
// (commonness.h), means over all pairs of a report of one side and a report of
// the other. None depends on the language, the length of the texts or the size
// of the corpus by itself: likeness is set against that of other stories and
// against that within the two sides.
enum class Evidence : std::size_t {
  kConstant,    // 1
  kTitle,       // likeness of titles
  kNames,       // logarithm of the likeness of names and numbers
  kStandsOut,   // logarithm of likeness over that to stories further away
  kOthers,      // likeness to those stories
  kToTighter,   // logarithm of likeness over that within the tighter side
  kToLooser,    // the same with the other side; 0 if it is a single report
  kHasMembers,  // 1 if a side has several reports
  kSameDays,    // Gaussian of the days between; 0.5 where either is undated
  kSameOutlet,  // share of the pairs that are of one outlet
};
inline constexpr std::size_t kEvidence = 10;

using EvidenceValues = std::array<double, kEvidence>;
using JoinWeights = std::array<double, kEvidence>;

inline double& value_of(EvidenceValues& values, Evidence evidence) {
  return values[static_cast<std::size_t>(evidence)];
}

// The name under which the table of weights and explanations have it.
std::string_view name_of(Evidence evidence);

// The weights of join_weights.h, which scripts/learn_story_weights.py makes
// from reports whose stories are known.
const JoinWeights& shipped_weights();

// The logarithm of the odds that the two sides are one story: logistic
// regression.
double join_odds(const EvidenceValues& values, const JoinWeights& weights);

// The probability for odds of that logarithm.
double probability_of(double odds);

}  // namespace stemma::story
