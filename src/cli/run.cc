#include "cli/run.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

#include "base/files.h"
#include "cli/completion.h"
#include "cli/parse.h"
#include "cli/verbs.h"
#include "show/objects.h"
#include "show/terminal.h"

namespace stemma::cli {
namespace {

// Messages about single inputs shown on the terminal; the rest is counted.
constexpr std::size_t kMessagesMax = 20;

void say(std::string_view message) {
  fmt::print(stderr, "stemma: {}\n", show::plain_line(message));
}

int failed(const Error& error) {
  say(error.to_string());
  return kFailed;
}

void say_unreadable(const Corpus& corpus, const Request& request) {
  const std::vector<Error>& errors = corpus.unreadable;
  if (errors.empty()) return;
  const std::size_t shown = std::min(errors.size(), kMessagesMax);
  for (std::size_t i = 0; i < shown; ++i) say(errors[i].to_string());
  if (shown < errors.size()) {
    say(fmt::format(
        "and {} more{}", errors.size() - shown,
        request.errors.empty() ? " (--errors FILE lists all)" : ""));
  }
  say(fmt::format("{} of {} inputs were unreadable", errors.size(),
                  errors.size() + corpus.reports.size()));
}

Status write_errors(const std::string& path, const std::vector<Error>& errors) {
  std::string lines;
  for (const Error& error : errors) {
    show::append_error(error, lines);
    lines += '\n';
  }
  return write_file(path, lines);
}

// A grouping that no record has is a slip of the pen, not a wish for stories
// of one report each.
Status check_grouping(const Request& request, const Corpus& corpus) {
  const bool missing =
      !request.group_by.empty() &&
      std::all_of(corpus.reports.begin(), corpus.reports.end(),
                  [](const Report& report) { return report.story.empty(); });
  if (!missing) return {};
  return fail(
      {.code = ErrorCode::kInvalidArgument,
       .where = "--group-by",
       .found = fmt::format("no record has the field \"{}\"", request.group_by),
       .advice = "name a field of the input"});
}

void write_results(const Request& request, const Corpus& corpus,
                   Output& output) {
  switch (request.verb) {
    case Verb::kStories:
      return write_stories(request, corpus, output);
    case Verb::kReuse:
      return write_reuse(request, corpus, output);
    case Verb::kQuotes:
      return write_quotes(request, corpus, output);
    case Verb::kMatrix:
      return write_matrix(request, corpus, output);
    case Verb::kOrigins:
      return write_origins(request, corpus, output);
    case Verb::kReport:
      return write_report(request, corpus, output);
    case Verb::kCompletion:
      return output.write(completion_script(request.inputs.front()));
  }
}

}  // namespace

int run(const Request& request) {
  auto output = Output::create(request.output);
  if (!output) return failed(output.error());
  Corpus corpus;
  if (request.verb != Verb::kCompletion) {
    ReadOptions options;
    options.threads = request.threads;
    options.group_by = request.group_by;
    if (request.verb == Verb::kReuse) options.analyses = Analyses::kNotMade;
    auto read = read_corpus(request.inputs, options);
    if (!read) return failed(read.error());
    corpus = std::move(*read);
    say_unreadable(corpus, request);
    if (const Status ok = check_grouping(request, corpus); !ok) {
      return failed(ok.error());
    }
  }
  if (!request.errors.empty()) {
    const Status written = write_errors(request.errors, corpus.unreadable);
    if (!written) return failed(written.error());
  }
  write_results(request, corpus, *output);
  if (const Status done = output->finish(); !done) {
    return failed(done.error());
  }
  return corpus.unreadable.empty() ? kDone : kSomeUnreadable;
}

}  // namespace stemma::cli
