#include "cli/progress.h"

#include <cstdio>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

namespace stemma::cli {
namespace {

constexpr double kSecondsBetween = 0.2;
constexpr double kMega = 1e6;

std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  if (whole < 60) return fmt::format("{} s", whole);
  return fmt::format("{} min {:02} s", whole / 60, whole % 60);
}

std::string line_of(const Progress& progress, double seconds) {
  const auto done = static_cast<double>(progress.done);
  const double rate = seconds > 0 ? done / seconds : 0;
  std::string line;
  switch (progress.stage) {
    case Stage::kReading:
      line = fmt::format("reading: {:.0f} MB, {:.0f} MB/s", done / kMega,
                         rate / kMega);
      break;
    case Stage::kGrouping:
      line = fmt::format("grouping: {} reports, {:.0f}/s", progress.done, rate);
      break;
    case Stage::kCounting:
      line = fmt::format("stories: {} reports, {:.0f}/s", progress.done, rate);
      break;
  }
  if (progress.total <= progress.done || rate <= 0) return line;
  const double left = static_cast<double>(progress.total) - done;
  return line + fmt::format(", {:.0f} %, {} left",
                            100 * done / static_cast<double>(progress.total),
                            duration(left / rate));
}

}  // namespace

ProgressLine::ProgressLine() : on_terminal_(::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::show(const Progress& progress) {
  if (!on_terminal_) return;
  if (progress.stage != stage_) {
    stage_ = progress.stage;
    of_stage_.start();
  }
  if (since_last_.seconds() < kSecondsBetween) return;
  since_last_.start();
  const std::string line = line_of(progress, of_stage_.seconds());
  fmt::print(stderr, "\r{:<{}}", line, width_);
  std::fflush(stderr);
  width_ = line.size();
}

void ProgressLine::clear() {
  if (width_ == 0) return;
  fmt::print(stderr, "\r{:<{}}\r", "", width_);
  std::fflush(stderr);
  width_ = 0;
}

}  // namespace stemma::cli
