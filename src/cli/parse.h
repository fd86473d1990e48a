// The command line.
#pragma once

#include <string>
#include <variant>

#include "cli/request.h"

namespace stemma::cli {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsage = 2;
inline constexpr int kSomeUnreadable = 3;

// What to print instead of running a verb: help or version (kDone, standard
// output), or what is wrong with the command line (kUsage, standard error).
struct Message {
  std::string text;
  int exit_code = kDone;
};

std::variant<Request, Message> parse(int argc, const char* const* argv);

}  // namespace stemma::cli
