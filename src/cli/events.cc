#include "show/events.h"

#include <cstdio>

#include <fmt/format.h>

#include "cli/interrupt.h"
#include "cli/verbs.h"
#include "show/terminal.h"

namespace stemma::cli {

Result<Streamed> write_events(const Request& request, Output& output) {
  stop_on_signals();
  Streamed streamed;
  StreamRequest wanted;
  wanted.read.threads = request.threads;
  wanted.grouping = request.stories;
  std::string line;
  wanted.event = [&](const StoryEvent& event) {
    line.clear();
    show::append_event(event, line);
    line += '\n';
    output.write(line);
    return !output.failed();
  };
  wanted.unreadable = [&](const Error& error) {
    ++streamed.unreadable;
    fmt::print(stderr, "stemma: {}\n", show::plain_line(error.to_string()));
  };
  wanted.stops = [] { return stopped_by() != 0; };
  if (request.arrival == Arrival::kStreamed) {
    streamed.reports = stream_stories(request.inputs, wanted);
    return streamed;
  }
  const auto watched = watch_stories(request.watched, wanted);
  if (!watched) return fail(watched.error());
  streamed.reports = *watched;
  return streamed;
}

}  // namespace stemma::cli
