#include "engine/settled_stories.h"

#include <algorithm>
#include <utility>

namespace stemma::engine {

std::vector<story::StoryIndex> put_together(
    std::span<const story::StoryIndex> first_of, std::vector<Story>& stories) {
  for (story::StoryIndex i = 0; i < stories.size(); ++i) {
    if (first_of[i] == i) continue;
    std::vector<ReportIndex>& from = stories[i].reports;
    std::vector<ReportIndex>& to = stories[first_of[i]].reports;
    to.insert(to.end(), from.begin(), from.end());
    from.clear();
  }
  std::vector<story::StoryIndex> stay;
  std::vector<Story> kept;
  for (story::StoryIndex i = 0; i < stories.size(); ++i) {
    if (stories[i].reports.empty()) continue;
    std::sort(stories[i].reports.begin(), stories[i].reports.end());
    stay.push_back(i);
    kept.push_back(std::move(stories[i]));
  }
  stories = std::move(kept);
  return stay;
}

}  // namespace stemma::engine
