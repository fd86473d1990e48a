#include <algorithm>

#include "engine/decided_grouper.h"
#include "engine/settled_stories.h"
#include "engine/story_ids.h"
#include "read/identity.h"
#include "stemma/engine.h"

namespace stemma {
namespace {

bool grouping_is_given(const Corpus& corpus) {
  return std::any_of(
      corpus.reports.begin(), corpus.reports.end(),
      [](const Report& report) { return !report.story.empty(); });
}

std::vector<Story> given_stories(const Corpus& corpus) {
  std::vector<engine::GivenStory> reports;
  reports.reserve(corpus.reports.size());
  for (const Report& report : corpus.reports) {
    reports.push_back({report.story, report.id, read::content_hash(report)});
  }
  return engine::given_stories(reports);
}

std::vector<Story> found_stories(const Corpus& corpus,
                                 const StoryOptions& options) {
  story::Outliner outliner;
  engine::DecidedGrouper grouper(options);
  std::vector<Story> stories;
  for (ReportIndex i = 0; i < corpus.reports.size(); ++i) {
    const Report& report = corpus.reports[i];
    const story::StoryIndex index =
        grouper.add(report.id, outliner.make(report));
    if (index == stories.size()) {
      stories.push_back(
          {engine::founding_id(report.id, read::content_hash(report)), {}});
    }
    stories[index].reports.push_back(i);
  }
  engine::put_together(grouper.settle(), stories);
  return stories;
}

}  // namespace

std::vector<Story> group_stories(const Corpus& corpus,
                                 const StoryOptions& options) {
  return grouping_is_given(corpus) ? given_stories(corpus)
                                   : found_stories(corpus, options);
}

}  // namespace stemma
