#include "cli/run.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

#include "base/files.h"
#include "cli/completion.h"
#include "cli/interrupt.h"
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

void say_unreadable(const std::vector<Error>& errors, std::size_t reports,
                    const Request& request) {
  if (errors.empty()) return;
  const std::size_t shown = std::min(errors.size(), kMessagesMax);
  for (std::size_t i = 0; i < shown; ++i) say(errors[i].to_string());
  if (shown < errors.size()) {
    say(fmt::format(
        "and {} more{}", errors.size() - shown,
        request.errors.empty() ? " (--errors FILE lists all)" : ""));
  }
  say(fmt::format("{} of {} inputs were unreadable", errors.size(),
                  errors.size() + reports));
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

Status read_user_files(const Request& request, Corpus& corpus) {
  if (!request.outlets.empty()) {
    if (Status ok = read_outlets(request.outlets, corpus); !ok) return ok;
  }
  if (request.rejections.empty()) return {};
  return read_rejections(request.rejections, corpus);
}

void write_results(const Request& request, const Corpus& corpus,
                   Output& output) {
  switch (request.verb) {
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
    case Verb::kCheck:
    case Verb::kCompare:
    case Verb::kStories:
    case Verb::kMerge:
    case Verb::kSplit:
    case Verb::kCompletion:
      break;  // not from a corpus
  }
}

// The exit code of a run that went through to its end.
int finished(const Request& request, const std::vector<Error>& unreadable,
             Output& output) {
  if (!request.errors.empty()) {
    const Status written = write_errors(request.errors, unreadable);
    if (!written) return failed(written.error());
  }
  if (const Status done = output.finish(); !done) return failed(done.error());
  return unreadable.empty() ? kDone : kSomeUnreadable;
}

int run_events(const Request& request, Output& output) {
  const auto streamed = write_events(request, output);
  if (!streamed) return failed(streamed.error());
  if (const Status done = output.finish(); !done) return failed(done.error());
  if (stopped_by() != 0) return 128 + stopped_by();
  return streamed->unreadable == 0 ? kDone : kSomeUnreadable;
}

int decide(const Request& request) {
  const Status added = add_decision(
      request.decisions, {request.verb == Verb::kMerge ? DecisionKind::kMerge
                                                       : DecisionKind::kSplit,
                          request.inputs});
  return added ? kDone : failed(added.error());
}

int run_explanation(const Request& request, Output& output) {
  ReadOptions options;
  options.threads = request.threads;
  options.analyses = Analyses::kNotMade;
  const auto corpus = read_corpus(request.inputs, options);
  if (!corpus) return failed(corpus.error());
  say_unreadable(corpus->unreadable, corpus->reports.size(), request);
  if (const Status ok = write_story_explanation(request, *corpus, output);
      !ok) {
    return failed(ok.error());
  }
  return finished(request, corpus->unreadable, output);
}

int run_stories(const Request& request, Output& output) {
  if (request.arrival != Arrival::kAtHand) return run_events(request, output);
  if (!request.explained.empty()) return run_explanation(request, output);
  const auto run = write_stories(request, output);
  if (!run) return failed(run.error());
  say_unreadable(run->unreadable, run->reports, request);
  return finished(request, run->unreadable, output);
}

// The new reports go into the index once the results are out: a run that fails
// before can be run again.
int extend_index(const Request& request, Corpus corpus, Output& output) {
  const auto found = find_reuse_with_index(std::move(corpus), request.index,
                                           request.reuse, request.threads);
  if (!found) return failed(found.error());
  write_found(request, found->corpus, found->found, output);
  const int code = finished(request, found->corpus.unreadable, output);
  if (code != kDone && code != kSomeUnreadable) return code;
  const Status added = add_to_index(request.index, *found);
  return added ? code : failed(added.error());
}

// The verbs that start from all reports at hand.
int run_on_corpus(const Request& request, Output& output) {
  ReadOptions options;
  options.threads = request.threads;
  options.group_by = request.group_by;
  if (request.verb == Verb::kReuse) options.analyses = Analyses::kNotMade;
  auto corpus = read_corpus(request.inputs, options);
  if (!corpus) return failed(corpus.error());
  say_unreadable(corpus->unreadable, corpus->reports.size(), request);
  if (const Status ok = check_grouping(request, *corpus); !ok) {
    return failed(ok.error());
  }
  if (const Status ok = read_user_files(request, *corpus); !ok) {
    return failed(ok.error());
  }
  if (!request.index.empty()) {
    return extend_index(request, std::move(*corpus), output);
  }
  write_results(request, *corpus, output);
  return finished(request, corpus->unreadable, output);
}

int run_check(const Request& request, Output& output) {
  const auto checked = read_checked_inputs(request);
  if (!checked) return failed(checked.error());
  const Corpus& corpus = checked->corpus;
  say_unreadable(corpus.unreadable, corpus.reports.size(), request);
  write_check(request, *checked, output);
  return finished(request, corpus.unreadable, output);
}

int run_compare(const Request& request, Output& output) {
  const auto corpus = read_compared(request);
  if (!corpus) return failed(corpus.error());
  say_unreadable(corpus->unreadable, corpus->reports.size(), request);
  if (const Status ok = write_compare(request, *corpus, output); !ok) {
    return failed(ok.error());
  }
  return finished(request, corpus->unreadable, output);
}

}  // namespace

int run(const Request& given) {
  Request request = given;
  if (request.verb == Verb::kMerge || request.verb == Verb::kSplit) {
    return decide(request);
  }
  if (!request.decisions.empty()) {
    auto decisions = read_decisions(request.decisions);
    if (!decisions) return failed(decisions.error());
    request.stories.decisions = std::move(*decisions);
  }
  auto output = Output::create(request.output);
  if (!output) return failed(output.error());
  switch (request.verb) {
    case Verb::kStories:
      return run_stories(request, *output);
    case Verb::kCheck:
      return run_check(request, *output);
    case Verb::kCompare:
      return run_compare(request, *output);
    case Verb::kCompletion:
      output->write(completion_script(request.inputs.front()));
      return finished(request, {}, *output);
    default:
      return run_on_corpus(request, *output);
  }
}

}  // namespace stemma::cli
