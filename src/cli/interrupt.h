// Ctrl-C and its kin.
#pragma once

#include <string>

namespace stemma::cli {

// From now on SIGINT and SIGTERM end the program with 128 + their number
// (130, 143) and without a half-written file; a closed pipe is an error of
// write(), not a signal.
void handle_signals();

// From now on SIGINT and SIGTERM only close standard input and set what
// stopped_by() gives, for runs that go on until they are stopped.
void stop_on_signals();

// The signal that asked the run to stop, 0 for none.
int stopped_by();

// The one file to remove when the program is interrupted; "" for none.
void remove_when_interrupted(const std::string& path);

}  // namespace stemma::cli
