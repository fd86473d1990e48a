#include "show/events.h"

#include <string_view>

#include "show/json_writer.h"

namespace stemma::show {
namespace {

std::string_view word(StoryEventKind kind) {
  switch (kind) {
    case StoryEventKind::kJoin:
      return "join";
    case StoryEventKind::kMove:
      return "move";
    case StoryEventKind::kMerge:
      return "merge";
    case StoryEventKind::kSplit:
      return "split";
  }
  return "";
}

}  // namespace

void append_event(const StoryEvent& event, std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("event").string(word(event.kind));
  json.key("report").string(event.report);
  json.key("story").string(event.story);
  json.key("from").string_or_null(event.from);
  json.end_object();
}

}  // namespace stemma::show
