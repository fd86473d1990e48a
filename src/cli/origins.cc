#include <algorithm>

#include "cli/verbs.h"
#include "show/stemma_formats.h"
#include "show/tables.h"
#include "show/texts.h"

namespace stemma::cli {
namespace {

std::string head_of(Format format) {
  if (format == Format::kCsv) return show::origins_columns();
  return format == Format::kGraphml ? show::graphml_head() : std::string();
}

// The report that is to be explained, if the story has it.
std::optional<ReportIndex> find_report(const show::ReportSet& reports,
                                       const std::string& id) {
  for (ReportIndex i = 0; i < reports.size(); ++i) {
    if (reports.id(i) == id) return i;
  }
  return std::nullopt;
}

void explain(const Request& request, const show::ReportSet& reports,
             const StoryStudy& study, Output& output) {
  const auto report = find_report(reports, request.explain);
  if (!report) return;
  std::string out;
  if (format_of(request) == Format::kText) {
    out = show::explanation_text(reports, study, *report, text_style(request));
  } else {
    show::append_derivation(reports, study, *report, out);
    out += '\n';
  }
  output.write(out);
}

// One story in a form that is no JSON.
std::string story_output(Format format, const show::ReportSet& reports,
                         const StoryStudy& study, const Request& request) {
  std::string out;
  switch (format) {
    case Format::kText:
      return show::origins_text(reports, study, text_style(request));
    case Format::kDot:
      return show::stemma_dot(reports, study);
    case Format::kGraphml:
      return show::stemma_graphml(reports, study);
    default:
      show::append_origins_records(reports, study, out);
      return out;
  }
}

}  // namespace

void write_origins(const Request& request, const Corpus& corpus,
                   Output& output) {
  const Format format = format_of(request);
  const bool objects_wanted =
      format == Format::kJsonl || format == Format::kJson;
  if (!request.explain.empty()) {
    for_each_study(request, corpus, output, [&](const StoryStudy& study) {
      explain(request, show::ReportSet(corpus, study.story.reports), study,
              output);
    });
    return;
  }
  if (!objects_wanted) output.write(head_of(format));
  ObjectOutput objects(format, output);
  for_each_study(request, corpus, output, [&](const StoryStudy& study) {
    const show::ReportSet reports(corpus, study.story.reports);
    if (!objects_wanted) {
      output.write(story_output(format, reports, study, request));
      return;
    }
    std::string out;
    show::append_origins(reports, study, out);
    objects.add(out);
  });
  objects.finish();
  if (format == Format::kGraphml) output.write(show::graphml_tail());
}

}  // namespace stemma::cli
