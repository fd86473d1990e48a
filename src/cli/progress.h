// How far a long run has come, on a terminal.
#pragma once

#include <cstddef>

#include "base/stopwatch.h"
#include "stemma/engine.h"

namespace stemma::cli {

// One line on standard error that is written anew a few times a second: what
// is done, how fast, and how long it may still take. Writes nothing where
// standard error is no terminal. Blanks take the old line away, not an escape
// sequence: NO_COLOR and plain terminals are promised none.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const Progress& progress);
  // Takes the line away, for something else to be written.
  void clear();

 private:
  bool on_terminal_;
  std::size_t width_ = 0;  // of the line that stands there, in columns
  Stage stage_ = Stage::kReading;
  Stopwatch of_stage_;
  Stopwatch since_last_;
};

}  // namespace stemma::cli
