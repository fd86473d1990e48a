#include <algorithm>
#include <map>
#include <string_view>

#include "base/hash.h"
#include "stemma/engine.h"
#include "story/grouper.h"

namespace stemma {
namespace {

// The id that a story gets from the report that founds it.
std::string founding_id(const Report& report) {
  std::uint64_t hash = hash_bytes(report.id);
  for (const std::string* field :
       {&report.outlet, &report.url, &report.title, &report.text}) {
    hash = hash_combine(hash, hash_bytes(*field));
  }
  return hash_hex(hash);
}

bool grouping_is_given(const Corpus& corpus) {
  return std::any_of(
      corpus.reports.begin(), corpus.reports.end(),
      [](const Report& report) { return !report.story.empty(); });
}

// One story a value of Report::story, in the order of their first reports;
// reports without a value are a story each.
std::vector<Story> given_stories(const Corpus& corpus) {
  std::vector<Story> stories;
  std::map<std::string_view, std::size_t> story_of;
  for (ReportIndex i = 0; i < corpus.reports.size(); ++i) {
    const Report& report = corpus.reports[i];
    if (report.story.empty()) {
      stories.push_back({founding_id(report), {i}});
      continue;
    }
    const auto [known, fresh] = story_of.emplace(report.story, stories.size());
    if (fresh) stories.push_back({report.story, {}});
    stories[known->second].reports.push_back(i);
  }
  return stories;
}

std::vector<Story> found_stories(const Corpus& corpus,
                                 const StoryOptions& options) {
  story::Outliner outliner;
  story::StoryGrouper grouper(options);
  std::vector<Story> stories;
  for (ReportIndex i = 0; i < corpus.reports.size(); ++i) {
    const story::StoryIndex index =
        grouper.add(outliner.make(corpus.reports[i]));
    if (index == stories.size()) {
      stories.push_back({founding_id(corpus.reports[i]), {}});
    }
    stories[index].reports.push_back(i);
  }
  return stories;
}

}  // namespace

std::vector<Story> group_stories(const Corpus& corpus,
                                 const StoryOptions& options) {
  return grouping_is_given(corpus) ? given_stories(corpus)
                                   : found_stories(corpus, options);
}

}  // namespace stemma
