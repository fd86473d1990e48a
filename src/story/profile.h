// Profile: what is kept of a story while reports may still join it.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "story/report_vector.h"
#include "story/titles.h"

namespace stemma::story {

struct Profile {
  std::array<TermVector, kFields> sums;  // of the members' vectors
  std::array<double, kFields> unit{};    // sums of ReportVector's
  std::array<double, kFields> common{};
  double cohesion = 0;  // sum of the likeness of bodies over pairs of members
  std::uint32_t reports = 0;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> outlets;  // hash, count
  std::string language;              // of the founding report
  bool round_up = false;             // the founding report is one
  std::vector<TitleNumber> numbers;  // of the members' titles, sorted
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

// True if both number the same thing, and differently: the 12th package is not
// the 13th. A side that has both numbers contradicts neither.
bool numbers_contradict(std::span<const TitleNumber> a,
                        std::span<const TitleNumber> b);

// Days between the nearest ends of two stories; 0 where either is undated.
double days_between(const Profile& a, const Profile& b);

// Makes the report a member. `likeness` is the sum of the likeness of its body
// to those of the members.
void add_member(const ReportVector& report, double likeness, Profile& story);

// The report as a story of its own without its words: what Side needs.
Profile without_words(const ReportVector& report);

// Makes the members of `other`, which follow, members of `story`; `likeness` as
// above, over all pairs.
void absorb(const Profile& other, double likeness, Profile& story);

// Lets go of what says least, for a story that has rested for long.
void shrink(Profile& story);

}  // namespace stemma::story
