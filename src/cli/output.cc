#include "cli/output.h"

#include <cerrno>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/interrupt.h"

namespace stemma::cli {
namespace {

bool shows_on_terminal(const Request& request) {
  return request.output.empty() && ::isatty(STDOUT_FILENO) == 1;
}

}  // namespace

Result<Output> Output::create(const std::string& path) {
  Output output;
  if (path.empty()) return output;
  auto file = OutputFile::create(path);
  if (!file) return fail(file.error());
  remove_when_interrupted(file->temporary());
  output.file_ = std::move(*file);
  return output;
}

void Output::write(std::string_view bytes) {
  if (failed()) return;
  if (file_) {
    if (const Status written = file_->write(bytes); !written) {
      failure_ = written.error();
    }
    return;
  }
  while (!bytes.empty()) {
    const ssize_t put = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) {
      closed_pipe_ = errno == EPIPE;
      if (!closed_pipe_) failure_ = system_error(errno, "standard output");
      return;
    }
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

Status Output::finish() {
  if (failure_) return fail(*failure_);
  if (!file_) return {};
  Status committed = file_->commit();
  remove_when_interrupted("");
  return committed;
}

ObjectOutput::ObjectOutput(Format format, Output& output)
    : format_(format), output_(output) {
  if (format_ == Format::kJson) output_.write("[");
}

void ObjectOutput::add(std::string_view object) {
  std::string line;
  append(object, line);
  add_appended(line);
}

void ObjectOutput::append(std::string_view object, std::string& out) const {
  if (format_ == Format::kJson) out += ",\n";
  out += object;
  if (format_ != Format::kJson) out += '\n';
}

void ObjectOutput::add_appended(std::string_view objects) {
  if (objects.empty()) return;
  // Nothing stands before the first one that a comma would part it from.
  if (format_ == Format::kJson && first_) objects.remove_prefix(1);
  first_ = false;
  output_.write(objects);
}

void ObjectOutput::finish() {
  if (format_ == Format::kJson) output_.write(first_ ? "]\n" : "\n]\n");
}

Format format_of(const Request& request) {
  if (request.verb == Verb::kReport) return Format::kHtml;
  if (request.format) return *request.format;
  return shows_on_terminal(request) ? Format::kText : Format::kJsonl;
}

show::TextStyle text_style(const Request& request) {
  show::TextStyle style;
  if (!shows_on_terminal(request)) return style;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    style.width = size.ws_col;
  }
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color == nullptr || *no_color == '\0') {
    style.colour = show::Colour::kAlways;
  }
  return style;
}

}  // namespace stemma::cli
