// Where results go: standard output, or a file that takes its name when it is
// whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/files.h"
#include "cli/request.h"
#include "show/terminal.h"
#include "stemma/error.h"

namespace stemma::cli {

// Bytes to one place. After a failure nothing more is written; the failure is
// kept for finish(). Not safe for use by several threads at once.
class Output {
 public:
  // `path`: a file, or "" for standard output.
  static Result<Output> create(const std::string& path);

  void write(std::string_view bytes);
  // True after a failure: whoever makes results can stop.
  bool failed() const { return failure_.has_value() || closed_pipe_; }
  // Gives the file its name. A reader that went away (`| head`) is no
  // failure.
  Status finish();

 private:
  std::optional<OutputFile> file_;
  std::optional<Error> failure_;
  bool closed_pipe_ = false;
};

// Objects as JSON Lines, or as the elements of one JSON array.
class ObjectOutput {
 public:
  ObjectOutput(Format format, Output& output);
  void add(std::string_view object);
  // Appends an object in the form that add_appended() takes; by any thread.
  void append(std::string_view object, std::string& out) const;
  void add_appended(std::string_view objects);
  // Closes the array.
  void finish();

 private:
  Format format_;
  Output& output_;
  bool first_ = true;
};

// The format that the request asks for, or the one that fits the place.
Format format_of(const Request& request);

// Width and colour of the terminal that standard output is; no colour with
// NO_COLOR (no-color.org) or where the output is no terminal.
show::TextStyle text_style(const Request& request);

}  // namespace stemma::cli
