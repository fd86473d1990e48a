// Grouping that a user's decisions stand above.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/types/options.h"
#include "story/grouper.h"

namespace stemma::engine {

// A StoryGrouper that knows reports by their ids, so that it can honour
// StoryOptions::decisions: of reports to be merged, the second and later go
// where the first is; a report to be split from others joins no story that
// holds one of them. Where two decisions contradict each other on a pair of
// reports, the later one holds. Not safe for
// use by several threads at once, but for weigh() as StoryGrouper's.
class DecidedGrouper {
 public:
  explicit DecidedGrouper(const StoryOptions& options);

  // As StoryGrouper's, add() under the report's id.
  story::ReportVector weigh(const story::Outline& report) {
    return grouper_.weigh(report);
  }
  story::StoryIndex add(std::string_view id, const story::Outline& report,
                        const story::ReportVector& weighed);
  story::StoryIndex add(std::string_view id, const story::Outline& report) {
    return add(id, report, weigh(report));
  }

  // As StoryGrouper::settle(): stories whose reports are to be split stay
  // apart.
  std::vector<story::StoryIndex> settle();

  story::StoryGrouper& grouper() { return grouper_; }

 private:
  // A report that a decision names.
  struct Named {
    // What was decided of it and others; the later decision stands.
    std::map<std::string, DecisionKind> of_others;
    bool placed = false;
    story::StoryIndex story = 0;
  };

  story::StoryIndex place(const Named& named, const story::Outline& report,
                          const story::ReportVector& weighed);

  story::StoryGrouper grouper_;
  std::map<std::string, Named, std::less<>> named_;
};

}  // namespace stemma::engine
