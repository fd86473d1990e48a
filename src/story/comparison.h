// A report beside the stories that it resembles.
#pragma once

#include <array>
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

// A report laid out for comparison with many stories. Keeps a view of it.
class ComparedReport {
 public:
  explicit ComparedReport(const ReportVector& report)
      : report_(report),
        tables_{TermTable(report.fields[0]), TermTable(report.fields[1]),
                TermTable(report.fields[2]), TermTable(report.fields[3])} {
    static_assert(kFields == 4);
  }

  const ReportVector& report() const { return report_; }
  // The mean cosine to the members of a story.
  double likeness(Field field, const Profile& story) const {
    return dot(field, story[field]) / story.reports;
  }
  double dot(Field field, const TermVector& other) const {
    return tables_[static_cast<std::size_t>(field)].dot(other);
  }

 private:
  const ReportVector& report_;
  std::array<TermTable, kFields> tables_;
};

// What can be said of a report and one story by themselves.
EvidenceValues evidence_of(const ComparedReport& compared,
                           const Profile& story);

// Fills in how far each story stands out among the others that the report
// resembles, and the probabilities that follow.
void judge(std::vector<Comparison>& found);

}  // namespace stemma::story
