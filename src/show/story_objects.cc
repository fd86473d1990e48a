#include "show/json_parts.h"
#include "show/objects.h"
#include "show/words.h"

namespace stemma::show {

void append_story(const StorySummary& story, Counts counts, std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("story").string(story.id);
  json.key("title").string(story.title);
  json.key("reports").begin_array();
  for (const std::string& report : story.reports) json.string(report);
  json.end_array();
  json.key("first").string_or_null(time_word(story.first));
  json.key("last").string_or_null(time_word(story.last));
  json.key("outlets").integer(story.outlets);
  if (counts == Counts::kShown) {
    json.key("count");
    if (story.tellings && story.sources) {
      json.begin_object().key("tellings");
      write_count(*story.tellings, json);
      json.key("sources");
      write_count(*story.sources, json);
      json.end_object();
    } else {
      json.string_or_null("");
    }
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
