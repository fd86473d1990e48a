// Ctrl-C and its kin.
#pragma once

#include <string>

namespace stemma::cli {

// From now on SIGINT and SIGTERM end the program with 128 + their number
// (130, 143) and without a half-written file; a closed pipe is an error of
// write(), not a signal.
void handle_signals();

// The one file to remove when the program is interrupted; "" for none.
void remove_when_interrupted(const std::string& path);

}  // namespace stemma::cli
