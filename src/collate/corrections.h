// Reports that say that they, or others before them, were corrected.
#pragma once

#include <span>
#include <vector>

#include "stemma/types/witness.h"

namespace stemma::collate {

// The numbers in a sentence that speaks of a correction: "CORRECTS number of
// trains to 42, not 24", "An earlier version gave the number as 24".
struct CorrectionNotice {
  ReportIndex report = 0;
  Span span;  // of the sentence
  std::vector<double> values;
};

class Corrections {
 public:
  explicit Corrections(std::span<const Witness> witnesses);

  // Whether two numbers that differ are the corrected one and the right one: a
  // notice in any report has both, or one in `a` or `b` itself has one.
  bool explain(ReportIndex a, double value_a, ReportIndex b,
               double value_b) const;

  // Whether a notice stands in a stretch of a report.
  bool stand_in(ReportIndex report, Span span) const;

 private:
  std::vector<CorrectionNotice> notices_;
};

}  // namespace stemma::collate
