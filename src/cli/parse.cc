#include "cli/parse.h"

#include <sstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/flags.h"
#include "cli/version.h"

namespace stemma::cli {
namespace {

constexpr const char* kAbout =
    "Stemma reads the reports of many outlets and says, for every story, how "
    "many\nseparate tellings they are, on how many sources they rest, what "
    "each "
    "report\ncarries and who is quoted. Files stay on this machine.\n";

constexpr const char* kExamples =
    "Examples:\n"
    "  stemma stories news/                    what are the stories?\n"
    "  stemma report news/ -o story.html       the page to read and print\n"
    "  stemma origins a.txt b.txt c.txt        how many texts is this?\n"
    "  zcat news.jsonl.gz | stemma quotes -    who said what?\n\n"
    "INPUT is a file, a directory, or - for standard input: plain text or "
    "JSON Lines\n(also .gz and .zst). `stemma VERB --help` shows more.\n"
    "Exit: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs were "
    "unreadable,\n130 interrupted, 143 terminated.\n";

std::vector<std::string> split(std::string_view words) {
  std::istringstream stream{std::string(words)};
  return {std::istream_iterator<std::string>(stream), {}};
}

void add_flag(const Flag& flag, Request& request, CLI::App& command) {
  const std::string names(flag.names);
  const std::string summary(flag.summary);
  if (flag.argument.empty()) {
    command.add_flag_callback(
        names, [&flag, &request] { flag.set(request, {}); }, summary);
    return;
  }
  const auto set = [&flag, &request](const std::string& value) {
    const std::string problem = flag.set(request, value);
    if (!problem.empty()) {
      throw CLI::ValidationError(std::string(long_name(flag)),
                                 fmt::format("{}: {}", problem, value));
    }
  };
  const bool pair = flag.argument.find(' ') != std::string_view::npos;
  auto* option =
      pair ? command
                 .add_option_function<std::vector<std::string>>(
                     names,
                     [set](const std::vector<std::string>& values) {
                       for (const std::string& value : values) set(value);
                     },
                     summary)
                 ->type_size(2)
                 ->expected(1)
                 ->allow_extra_args(false)
           : command.add_option_function<std::string>(names, set, summary);
  option->type_name(std::string(flag.argument));
  if (!flag.choices.empty()) option->check(CLI::IsMember(split(flag.choices)));
}

// Only stories that are found from reports at hand can be explained.
void check_explained(const Request& request) {
  if (request.explained.size() != 2) {
    throw CLI::ValidationError("--explain", "takes two reports, once");
  }
  if (request.arrival != Arrival::kAtHand || !request.group_by.empty()) {
    throw CLI::ValidationError("--explain",
                               "is not for --stream, --watch and --group-by");
  }
  if (request.format == Format::kCsv) {
    throw CLI::ValidationError("--format", "an explanation is text or JSON");
  }
}

// What no option can tell by itself.
void check_together(const Request& request) {
  const bool decides =
      request.verb == Verb::kMerge || request.verb == Verb::kSplit;
  if (decides && request.decisions.empty()) {
    throw CLI::RequiredError("--decisions");
  }
  if (request.verb != Verb::kStories) return;
  if (request.arrival == Arrival::kWatched) {
    if (!request.inputs.empty()) {
      throw CLI::ValidationError("--watch", "takes the place of INPUT");
    }
  } else if (request.inputs.empty()) {
    throw CLI::RequiredError("INPUT");
  }
  if (!request.explained.empty()) check_explained(request);
  if (request.arrival == Arrival::kAtHand) return;
  if (!request.group_by.empty()) {
    throw CLI::ValidationError("--group-by",
                               "is not for reports that arrive one by one");
  }
  if (request.format && *request.format != Format::kJsonl) {
    throw CLI::ValidationError("--format", "events are JSON Lines");
  }
}

void add_verb(const VerbInfo& verb, Request& request, CLI::App& app) {
  CLI::App* command =
      app.add_subcommand(std::string(verb.name), std::string(verb.summary));
  command->footer("Examples:\n" + std::string(verb.examples));
  if (verb.verb == Verb::kCheck) {
    command->add_option("TEXT", request.text)
        ->required()
        ->type_name("")
        ->description("What is checked: a file, - or some words");
  }
  auto* inputs =
      command->add_option(std::string(verb.argument), request.inputs);
  inputs->type_name("");
  const bool decides = verb.verb == Verb::kMerge || verb.verb == Verb::kSplit;
  if (verb.verb != Verb::kStories) inputs->required();
  if (decides) {
    inputs->description("Ids of reports")
        ->expected(2, CLI::detail::expected_max_vector_size);
  } else if (verb.verb == Verb::kCompletion) {
    inputs->description("bash, zsh or fish");
    inputs->check(CLI::IsMember({"bash", "zsh", "fish"}))->expected(1);
  } else {
    inputs->description("Files, directories, or - for standard input");
  }
  for (const Flag& flag : flags()) {
    if (flag.belongs_to(verb.verb)) add_flag(flag, request, *command);
  }
  command->callback([&request, &verb] {
    request.verb = verb.verb;
    check_together(request);
  });
}

}  // namespace

std::variant<Request, Message> parse(int argc, const char* const* argv) {
  Request request;
  CLI::App app(kAbout, "stemma");
  app.footer(kExamples);
  app.require_subcommand(1);
  app.set_version_flag("--version", fmt::format("stemma {}", kVersion));
  for (const VerbInfo& verb : verbs()) add_verb(verb, request, app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream problem;
    const int code = app.exit(error, out, problem);
    if (code == 0) return Message{out.str(), kDone};
    return Message{fmt::format("stemma: {}\nstemma --help and stemma VERB "
                               "--help show how to use it\n",
                               error.what()),
                   kUsage};
  }
  return request;
}

}  // namespace stemma::cli
