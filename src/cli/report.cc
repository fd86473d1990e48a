#include "cli/verbs.h"
#include "cli/version.h"
#include "show/page.h"

namespace stemma::cli {

void write_report(const Request& request, const Corpus& corpus,
                  Output& output) {
  const std::vector<Story> stories = group_stories(corpus, request.stories);
  const std::vector<StoryStudy> studies =
      study_stories(corpus, stories, request.threads);
  output.write(show::story_page(corpus, studies, {request.texts, kVersion}));
}

}  // namespace stemma::cli
