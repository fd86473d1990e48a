// How much do the words of a report weigh beside the reports seen so far?
#pragma once

#include <array>

#include "story/commonness.h"
#include "story/frequencies.h"
#include "story/outline.h"
#include "story/report_vector.h"

namespace stemma::story {

// What is learned from the reports in their order, and nothing of stories: so
// the reports to come can be weighed while earlier ones are grouped. Not safe
// for use by several threads at once.
class Weighing {
 public:
  // Learns from the report; its vectors as grouping needs them, centred.
  ReportVector weigh(const Outline& report);

  // The same without learning: looking on changes nothing.
  ReportVector glance(const Outline& report) const;

  const DocumentFrequencies& frequencies() const { return frequencies_; }

 private:
  DocumentFrequencies frequencies_;
  Commonness commonness_;
};

}  // namespace stemma::story
