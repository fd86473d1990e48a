#include <set>

#include "show/json_parts.h"
#include "show/objects.h"
#include "show/words.h"

namespace stemma::show {

void append_story(const Corpus& corpus, const StoryStudy& study, Counts counts,
                  std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("story").string(study.story.id);
  json.key("title").string(study.title);
  std::string first;
  std::string last;
  std::set<std::string_view> outlets;
  json.key("reports").begin_array();
  for (const ReportIndex index : study.story.reports) {
    const Report& report = corpus.reports[index];
    json.string(report.id);
    if (!report.outlet.empty()) outlets.insert(report.outlet);
    // Reports stand in the order of time, undated ones last.
    const std::string time = time_word(report.published);
    if (first.empty()) first = time;
    if (!time.empty()) last = time;
  }
  json.end_array();
  json.key("first").string_or_null(first);
  json.key("last").string_or_null(last);
  json.key("outlets").integer(outlets.size());
  if (counts == Counts::kShown) {
    json.key("count").begin_object().key("tellings");
    write_count(study.origins.telling_count, json);
    json.key("sources");
    write_count(study.origins.source_count, json);
    json.end_object();
  }
  json.end_object();
}

void append_error(const Error& error, std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("code").string(error_code_name(error.code));
  json.key("where").string(error.where);
  json.key("found").string(error.found);
  json.key("expected").string(error.expected);
  json.key("advice").string(error.advice).end_object();
}

}  // namespace stemma::show
