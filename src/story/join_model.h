// Whether a report belongs in a story: evidence, and what it amounts to.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace stemma::story {

// What speaks for and against a report's joining a story, each about 0..1.
enum class Evidence : std::size_t {
  kConstant,         // 1
  kBody,             // mean cosine to the members' words
  kBodyCentre,       // cosine to the sum of the members' words
  kBodyNearest,      // largest cosine to the words of one of the last members
  kPairs,            // mean cosine to the members' word pairs
  kTitle,            // mean cosine to the members' titles
  kNames,            // mean cosine to the members' names and numbers
  kBodyAboveOthers,  // kBody less that of other stories it resembles
  kBodyToOthers,     // logarithm of the ratio of the same
  kOthers,           // how much it resembles those other stories
  kSameDays,         // Gaussian of the days between, 0 if undated
  kDaysApart,        // logarithm of the days between, 0 if undated
  kUndated,          // 1 if either is
  kSameOutlet,       // share of the members that are of its outlet
  kSize,             // logarithm of the number of members
};
inline constexpr std::size_t kEvidence = 15;

using EvidenceValues = std::array<double, kEvidence>;

inline double& value_of(EvidenceValues& values, Evidence evidence) {
  return values[static_cast<std::size_t>(evidence)];
}

// The name under which the table of weights and explanations have it.
std::string_view name_of(Evidence evidence);

// The probability that the report belongs in the story: logistic regression
// with the weights of join_weights.h, which scripts/learn_story_weights.py
// makes from reports whose stories are known.
double join_probability(const EvidenceValues& values);

}  // namespace stemma::story
