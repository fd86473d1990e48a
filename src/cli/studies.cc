#include <algorithm>

#include "cli/verbs.h"

namespace stemma::cli {

void for_each_study(const Request& request, const Corpus& corpus,
                    const Output& output,
                    const std::function<void(const StoryStudy&)>& use) {
  constexpr std::size_t kBatch = 256;
  const std::vector<Story> stories = group_stories(corpus, request.stories);
  for (std::size_t begin = 0; begin < stories.size(); begin += kBatch) {
    const std::size_t count = std::min(kBatch, stories.size() - begin);
    const std::vector<StoryStudy> studies = study_stories(
        corpus, std::span(stories).subspan(begin, count), request.threads);
    for (const StoryStudy& study : studies) use(study);
    if (output.failed()) return;
  }
}

}  // namespace stemma::cli
