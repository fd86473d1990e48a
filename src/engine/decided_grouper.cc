#include "engine/decided_grouper.h"

#include <algorithm>
#include <vector>

namespace stemma::engine {

DecidedGrouper::DecidedGrouper(const StoryOptions& options)
    : grouper_(options) {
  for (const StoryDecision& decision : options.decisions) {
    for (const std::string& a : decision.reports) {
      for (const std::string& b : decision.reports) {
        if (a != b) named_[a].of_others[b] = decision.kind;
      }
    }
  }
}

// The earliest merge decides; else the report looks for itself among the
// stories that no split bars.
story::StoryIndex DecidedGrouper::place(const Named& named,
                                        const story::Outline& report,
                                        const story::ReportVector& weighed) {
  std::vector<story::StoryIndex> barred;
  std::vector<story::StoryIndex> wanted;
  for (const auto& [other, kind] : named.of_others) {
    const Named& decided = named_.find(other)->second;
    if (!decided.placed) continue;
    (kind == DecisionKind::kMerge ? wanted : barred).push_back(decided.story);
  }
  for (const story::StoryIndex story : barred) std::erase(wanted, story);
  if (wanted.empty()) return grouper_.add(report, weighed, barred);
  const story::StoryIndex story =
      *std::min_element(wanted.begin(), wanted.end());
  grouper_.place(report, weighed, story);
  return story;
}

story::StoryIndex DecidedGrouper::add(std::string_view id,
                                      const story::Outline& report,
                                      const story::ReportVector& weighed) {
  const auto named = named_.find(id);
  const story::StoryIndex story = named == named_.end()
                                      ? grouper_.add(report, weighed)
                                      : place(named->second, report, weighed);
  if (named != named_.end()) {
    named->second.placed = true;
    named->second.story = story;
  }
  return story;
}

std::vector<story::StoryIndex> DecidedGrouper::settle() {
  for (const auto& [id, named] : named_) {
    for (const auto& [other, kind] : named.of_others) {
      const Named& decided = named_.find(other)->second;
      if (kind == DecisionKind::kSplit && named.placed && decided.placed) {
        grouper_.keep_apart(named.story, decided.story);
      }
    }
  }
  return grouper_.settle();
}

}  // namespace stemma::engine
