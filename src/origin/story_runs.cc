#include "origin/story_runs.h"

#include <algorithm>
#include <bit>

namespace stemma::origin {
namespace {

// States of a run: free, in one report, and from here on the number of one that
// is in several.
constexpr std::uint32_t kFree = 0;
constexpr std::uint32_t kAlone = 1;
constexpr std::uint32_t kFirstNumber = 2;

std::span<const std::uint32_t> from(const std::vector<std::uint32_t>& items,
                                    std::size_t first) {
  return std::span(items).subspan(first);
}

}  // namespace

void StoryRuns::reserve(std::size_t reports, std::size_t runs) {
  table_.resize(std::bit_ceil(2 * runs + 1));
  reports_.reserve(reports);
  place_of_.reserve(runs);
  // The spans of reports point into these.
  hashes_.reserve(runs);
  numbers_.reserve(runs);
}

void StoryRuns::note(std::span<const std::uint32_t> runs) {
  const std::size_t mask = table_.size() - 1;
  for (const std::uint32_t run : runs) {
    std::size_t place = (run >> 1U) & mask;
    while (table_[place].state != kFree &&
           (table_[place].run | 1U) != (run | 1U)) {
      place = (place + 1) & mask;
    }
    Known& known = table_[place];
    known.run |= run;
    if (known.state == kFree) {
      known.state = kAlone;
    } else if (known.state == kAlone) {
      known.state = static_cast<std::uint32_t>(kFirstNumber + hash_of_.size());
      hash_of_.push_back(run >> 1U);
    }
    place_of_.push_back(static_cast<std::uint32_t>(place));
  }
}

void StoryRuns::separate(std::span<const std::uint32_t> runs,
                         std::uint32_t limit) {
  const auto places = from(place_of_, separated_).first(runs.size());
  separated_ += runs.size();
  ReportRuns report{.limit = limit >> 1U};
  const auto take = [&](std::uint32_t in_marks, auto& hashes, auto& common) {
    const std::size_t first = hashes_.size();
    const std::size_t first_number = numbers_.size();
    for (const std::uint32_t place : places) {
      const Known& known = table_[place];
      if ((known.run & 1U) != in_marks) continue;
      hashes_.push_back(known.run >> 1U);
      if (known.state >= kFirstNumber) {
        numbers_.push_back(known.state - kFirstNumber);
      }
    }
    hashes = from(hashes_, first);
    common = from(numbers_, first_number);
  };
  take(0, report.narrated, report.common_narrated);
  take(1, report.said, report.common_said);
  reports_.push_back(report);
}

}  // namespace stemma::origin
