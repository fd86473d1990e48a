#include "cli/interrupt.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>

#include <linux/limits.h>
#include <unistd.h>

namespace stemma::cli {
namespace {

// A signal handler can reach nothing but what is static.
std::array<char, PATH_MAX> unfinished_file{};

extern "C" void end_program(int signal) {
  if (unfinished_file[0] != '\0') ::unlink(unfinished_file.data());
  ::_exit(128 + signal);
}

volatile std::sig_atomic_t stop_signal = 0;

// A read that waits for input ends with an error, at the latest with the next
// call.
extern "C" void stop_run(int signal) {
  stop_signal = signal;
  ::close(STDIN_FILENO);
}

void set_handler(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  ::sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

void stop_on_signals() { set_handler(stop_run); }

int stopped_by() { return stop_signal; }

void handle_signals() {
  set_handler(end_program);
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
}

void remove_when_interrupted(const std::string& path) {
  // The first byte is written last, so that a signal meets a whole path or
  // none.
  unfinished_file[0] = '\0';
  if (path.empty() || path.size() >= unfinished_file.size()) return;
  std::copy(path.begin() + 1, path.end(), unfinished_file.begin() + 1);
  unfinished_file[path.size()] = '\0';
  std::atomic_signal_fence(std::memory_order_seq_cst);
  unfinished_file[0] = path[0];
}

}  // namespace stemma::cli
