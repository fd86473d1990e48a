// The sampled runs of the reports of one story: which of them are quoted, and
// which stand in more than one report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "origin/telling_sketch.h"

namespace stemma::origin {

// Of one report: hashes without the bit for marks, ascending, and the numbers
// of those that another report has as well, in the same order.
struct ReportRuns {
  std::span<const std::uint32_t> narrated;  // quoted by no report of the story
  std::span<const std::uint32_t> said;      // quoted by one
  std::span<const std::uint32_t> common_narrated;
  std::span<const std::uint32_t> common_said;
  std::uint32_t limit = 0;  // all runs below it are there
};

// One sample of every report. O(runs).
class StoryRuns {
 public:
  template <std::size_t N>
  StoryRuns(std::span<const TellingSketch> sketches,
            RunSample<N> TellingSketch::*sample) {
    std::size_t runs = 0;
    for (const TellingSketch& sketch : sketches) {
      runs += (sketch.*sample).size;
    }
    reserve(sketches.size(), runs);
    for (const TellingSketch& sketch : sketches) {
      note((sketch.*sample).all());
    }
    for (const TellingSketch& sketch : sketches) {
      separate((sketch.*sample).all(), (sketch.*sample).limit);
    }
  }
  StoryRuns(const StoryRuns&) = delete;
  StoryRuns& operator=(const StoryRuns&) = delete;

  // Lives as long as this.
  const ReportRuns& operator[](std::size_t report) const {
    return reports_[report];
  }
  // Runs of more than one report are numbered from 0.
  std::size_t common() const { return hash_of_.size(); }
  std::uint32_t hash_of(std::uint32_t number) const { return hash_of_[number]; }

 private:
  // A run of the story; free while it has no state.
  struct Known {
    std::uint32_t run = 0;  // with the bit that is set where a report quotes it
    std::uint32_t state = 0;
  };

  void reserve(std::size_t reports, std::size_t runs);
  void note(std::span<const std::uint32_t> runs);
  void separate(std::span<const std::uint32_t> runs, std::uint32_t limit);

  std::vector<ReportRuns> reports_;
  std::vector<Known> table_;             // by hash; a power of two of them
  std::vector<std::uint32_t> place_of_;  // in the table, of the runs noted
  std::size_t separated_ = 0;            // of these
  std::vector<std::uint32_t> hash_of_;   // of runs of more than one report
  std::vector<std::uint32_t> hashes_;    // what the spans point into
  std::vector<std::uint32_t> numbers_;
};

}  // namespace stemma::origin
