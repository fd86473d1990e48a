#include <unistd.h>

#include "cli/progress.h"
#include "cli/verbs.h"
#include "show/story_explanation.h"
#include "show/tables.h"
#include "show/texts.h"

namespace stemma::cli {
namespace {

// True if both would write to one terminal, where they would mix.
bool shares_terminal(const Request& request) {
  return request.output.empty() && ::isatty(STDOUT_FILENO) == 1;
}

class StoriesWriter {
 public:
  StoriesWriter(const Request& request, Output& output)
      : counts_(request.counts == Counting::kNone ? show::Counts::kNotMade
                                                  : show::Counts::kShown),
        format_(format_of(request)),
        style_(text_style(request)),
        output_(output),
        objects_(format_, output) {}

  void write(const StorySummary& story) {
    if (first_) write_head();
    if (format_ == Format::kText) {
      output_.write(show::story_text(story, style_, counts_));
      return;
    }
    std::string out;
    if (format_ == Format::kCsv) {
      show::append_story_record(story, counts_, out);
      output_.write(out);
    } else {
      show::append_story(story, counts_, out);
      objects_.add(out);
    }
  }

  void finish() {
    if (first_) write_head();
    if (format_ == Format::kText && counts_ == show::Counts::kShown) {
      output_.write(show::stories_footer(style_));
    }
    objects_.finish();
  }

 private:
  void write_head() {
    first_ = false;
    if (format_ == Format::kText) {
      output_.write(show::stories_header(style_, counts_));
    } else if (format_ == Format::kCsv) {
      output_.write(show::story_columns(counts_));
    }
  }

  show::Counts counts_;
  Format format_;
  show::TextStyle style_;
  Output& output_;
  ObjectOutput objects_;
  bool first_ = true;
};

}  // namespace

Result<StoriesRun> write_stories(const Request& request, Output& output) {
  StoriesRequest wanted;
  wanted.read.threads = request.threads;
  wanted.read.group_by = request.group_by;
  wanted.grouping = request.stories;
  wanted.counting = request.counts;
  ProgressLine line;
  const bool mixes = shares_terminal(request);
  wanted.progress = [&](const Progress& progress) {
    if (progress.stage != Stage::kCounting || !mixes) line.show(progress);
  };
  StoriesWriter writer(request, output);
  auto run =
      summarise_stories(request.inputs, wanted, [&](const StorySummary& story) {
        if (mixes) line.clear();
        writer.write(story);
        return !output.failed();
      });
  if (run) writer.finish();
  return run;
}

Status write_story_explanation(const Request& request, const Corpus& corpus,
                               Output& output) {
  const auto explanation = explain_stories(
      corpus, request.stories, {request.explained[0], request.explained[1]});
  if (!explanation) return fail(explanation.error());
  const Format format = format_of(request);
  if (format == Format::kText) {
    output.write(
        show::story_explanation_text(*explanation, text_style(request)));
    return {};
  }
  ObjectOutput objects(format, output);
  std::string out;
  show::append_story_explanation(*explanation, out);
  objects.add(out);
  objects.finish();
  return {};
}

}  // namespace stemma::cli
