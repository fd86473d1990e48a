// The program `stemma`: reads the command line, runs the verb, and turns what
// happened into an exit code.
#include <cstdio>
#include <exception>
#include <new>
#include <variant>

#include <fmt/format.h>

#include "cli/interrupt.h"
#include "cli/parse.h"
#include "cli/run.h"

int main(int argc, char** argv) {
  namespace cli = stemma::cli;
  cli::handle_signals();
  try {
    const auto parsed = cli::parse(argc, argv);
    if (const auto* message = std::get_if<cli::Message>(&parsed)) {
      fmt::print(message->exit_code == cli::kDone ? stdout : stderr, "{}",
                 message->text);
      return message->exit_code;
    }
    return cli::run(std::get<cli::Request>(parsed));
  } catch (const std::bad_alloc&) {
    std::fputs("stemma: out of memory\n", stderr);
  } catch (const std::exception& error) {
    std::fputs("stemma: internal error: ", stderr);
    std::fputs(error.what(), stderr);
    std::fputs("\n", stderr);
  }
  return cli::kFailed;
}
