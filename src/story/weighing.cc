#include "story/weighing.h"

#include "story/candidates.h"

namespace stemma::story {
namespace {

ReportVector centred(const Outline& report,
                     const DocumentFrequencies& frequencies,
                     Commonness& commonness) {
  ReportVector vector = weigh(report, frequencies);
  commonness.centre(frequencies, vector);
  vector.squares = commonness.squares();
  vector.heaviest = CandidateIndex::heaviest(vector[Field::kBody]);
  return vector;
}

}  // namespace

ReportVector Weighing::weigh(const Outline& report) {
  frequencies_.add(report);
  return centred(report, frequencies_, commonness_);
}

ReportVector Weighing::glance(const Outline& report) const {
  Commonness unchanged(commonness_);
  return centred(report, frequencies_, unchanged);
}

}  // namespace stemma::story
