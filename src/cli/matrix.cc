#include <utility>

#include "cli/verbs.h"
#include "cli/version.h"
#include "show/matrix_page.h"
#include "show/tables.h"
#include "show/tei.h"
#include "show/texts.h"

namespace stemma::cli {
namespace {

StoryStudy collated(const Corpus& corpus, StoryStudy study) {
  collate_rows(corpus, study);
  return study;
}

// One story is a document by itself, several are a corpus. The first is held
// back until it is known which.
class TeiOutput {
 public:
  explicit TeiOutput(Output& output) : output_(output) {
    output_.write(show::tei_declaration());
  }
  void add(std::string story) {
    ++stories_;
    if (stories_ == 1) {
      first_ = std::move(story);
      return;
    }
    if (stories_ == 2) {
      output_.write(show::tei_corpus_begin(kVersion));
      output_.write(first_);
    }
    output_.write(story);
  }
  void finish() {
    if (stories_ == 1) {
      output_.write(first_);
    } else {
      output_.write(show::tei_corpus_end());
    }
  }
  std::size_t stories() const { return stories_; }

 private:
  Output& output_;
  std::string first_;
  std::size_t stories_ = 0;
};

void write_tei(const Request& request, const Corpus& corpus, Output& output) {
  TeiOutput tei(output);
  for_each_study(request, corpus, output, [&](const StoryStudy& study) {
    const show::ReportSet reports(corpus, study.story.reports);
    tei.add(show::tei_story(reports, collated(corpus, study), tei.stories() + 1,
                            kVersion));
  });
  tei.finish();
}

void write_page(const Request& request, const Corpus& corpus, Output& output) {
  std::vector<StoryStudy> studies;
  for_each_study(request, corpus, output, [&](const StoryStudy& study) {
    studies.push_back(collated(corpus, study));
  });
  output.write(show::matrix_page(corpus, studies, kVersion));
}

}  // namespace

void write_matrix(const Request& request, const Corpus& corpus,
                  Output& output) {
  const Format format = format_of(request);
  if (format == Format::kTei) return write_tei(request, corpus, output);
  if (format == Format::kHtml) return write_page(request, corpus, output);
  const show::TextStyle style = text_style(request);
  ObjectOutput objects(format, output);
  if (format == Format::kCsv) output.write(show::matrix_columns());
  for_each_study(request, corpus, output, [&](const StoryStudy& study) {
    const show::ReportSet reports(corpus, study.story.reports);
    std::string out;
    switch (format) {
      case Format::kText:
        output.write(show::matrix_text(reports, study, style));
        return;
      case Format::kCsv:
        show::append_matrix_records(reports, study, out);
        output.write(out);
        return;
      default:
        show::append_matrix(reports, collated(corpus, study), out);
        objects.add(out);
    }
  });
  objects.finish();
}

}  // namespace stemma::cli
