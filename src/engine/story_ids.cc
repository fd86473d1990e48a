#include "engine/story_ids.h"

#include <map>

#include "base/hash.h"

namespace stemma::engine {

std::uint64_t founding_hash(std::string_view report, std::uint64_t content) {
  return hash_combine(hash_bytes(report), content);
}

std::string founding_id(std::string_view report, std::uint64_t content) {
  return hash_hex(founding_hash(report, content));
}

std::vector<Story> given_stories(std::span<const GivenStory> reports) {
  std::vector<Story> stories;
  std::map<std::string_view, std::size_t> story_of;
  for (ReportIndex i = 0; i < reports.size(); ++i) {
    const GivenStory& given = reports[i];
    if (given.story.empty()) {
      stories.push_back({founding_id(given.report, given.content), {i}});
      continue;
    }
    const auto [known, fresh] = story_of.emplace(given.story, stories.size());
    if (fresh) stories.push_back({std::string(given.story), {}});
    stories[known->second].reports.push_back(i);
  }
  return stories;
}

}  // namespace stemma::engine
