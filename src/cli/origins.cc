#include "cli/verbs.h"
#include "show/tables.h"
#include "show/texts.h"

namespace stemma::cli {

void write_origins(const Request& request, const Corpus& corpus,
                   Output& output) {
  const Format format = format_of(request);
  const show::TextStyle style = text_style(request);
  ObjectOutput objects(format, output);
  if (format == Format::kCsv) output.write(show::origins_columns());
  for_each_study(request, corpus, output, [&](const StoryStudy& study) {
    const show::ReportSet reports(corpus, study.story.reports);
    std::string out;
    switch (format) {
      case Format::kText:
        output.write(show::origins_text(reports, study, style));
        return;
      case Format::kCsv:
        show::append_origins_records(reports, study, out);
        output.write(out);
        return;
      default:
        show::append_origins(reports, study, out);
        objects.add(out);
    }
  });
  objects.finish();
}

}  // namespace stemma::cli
