// Profile: what is kept of a story while reports may still join it.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "story/report_vector.h"
#include "story/titles.h"

namespace stemma::story {

struct Profile {
  std::array<TermVector, kFields> sums;  // of the members' vectors
  // The words that say most in each of the last members, the oldest first.
  std::vector<TermVector> last_members;
  double squared_length = 0;  // of the body's sum
  std::uint32_t reports = 0;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> outlets;  // hash, count
  std::string language;  // of the founding report
  double first_day = std::numeric_limits<double>::infinity();
  double last_day = -std::numeric_limits<double>::infinity();
  TitleChoice titles;
  std::uint64_t last_joined = 0;  // number of the last member

  const TermVector& operator[](Field field) const {
    return sums[static_cast<std::size_t>(field)];
  }
  bool is_dated() const { return first_day <= last_day; }
};

// Days between a report and the nearest end of a story's time.
// REQUIRES: both are dated.
double days_apart(const Profile& story, const ReportVector& report);

// Makes the report a member.
void add_member(const ReportVector& report, Profile& story);

// Lets go of what says least, for a story that has rested for long.
void shrink(Profile& story);

}  // namespace stemma::story
