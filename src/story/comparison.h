// A report beside the stories that it resembles.
#pragma once

#include <vector>

#include "story/candidates.h"
#include "story/join_model.h"
#include "story/profile.h"

namespace stemma::story {

// A story that a report resembles, and what speaks for joining it.
struct Comparison {
  StoryIndex story = 0;
  double probability = 0;
  EvidenceValues evidence{};
};

// What can be said of a report and one story by themselves.
EvidenceValues evidence_of(const ReportVector& report, const Profile& story);

// Fills in how far each story stands out among the others that the report
// resembles, and the probabilities that follow.
void judge(std::vector<Comparison>& found);

}  // namespace stemma::story
