// Runs what was asked for.
#pragma once

#include "cli/request.h"

namespace stemma::cli {

// The exit code. Results go where the request says, messages to standard
// error.
int run(const Request& request);

}  // namespace stemma::cli
