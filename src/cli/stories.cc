#include "cli/verbs.h"
#include "show/tables.h"
#include "show/texts.h"

namespace stemma::cli {
namespace {

void for_each_story(const Request& request, const Corpus& corpus,
                    const Output& output,
                    const std::function<void(const StoryStudy&)>& use) {
  if (request.counts == show::Counts::kShown) {
    for_each_study(request, corpus, output, use);
    return;
  }
  for (Story& story : group_stories(corpus, StoryOptions{})) {
    StoryStudy study;
    study.title = story_title(corpus, story);
    study.story = std::move(story);
    use(study);
    if (output.failed()) return;
  }
}

}  // namespace

void write_stories(const Request& request, const Corpus& corpus,
                   Output& output) {
  const Format format = format_of(request);
  const show::TextStyle style = text_style(request);
  ObjectOutput objects(format, output);
  if (format == Format::kText) {
    output.write(show::stories_header(style, request.counts));
  } else if (format == Format::kCsv) {
    output.write(show::story_columns(request.counts));
  }
  for_each_story(request, corpus, output, [&](const StoryStudy& study) {
    std::string out;
    switch (format) {
      case Format::kText:
        output.write(show::story_text(corpus, study, style, request.counts));
        return;
      case Format::kCsv:
        show::append_story_record(corpus, study, request.counts, out);
        output.write(out);
        return;
      default:
        show::append_story(corpus, study, request.counts, out);
        objects.add(out);
    }
  });
  if (format == Format::kText && request.counts == show::Counts::kShown) {
    output.write(show::stories_footer(style));
  }
  objects.finish();
}

}  // namespace stemma::cli
