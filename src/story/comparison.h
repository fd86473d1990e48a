// Two groups of reports beside each other.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "story/candidates.h"
#include "story/join_model.h"
#include "story/profile.h"

namespace stemma::story {

// A story that a report resembles, and what speaks for joining it.
struct Comparison {
  StoryIndex story = 0;
  double probability = 0;
  EvidenceValues evidence{};
};

// The fields that are compared, and how alike two sides are in each: mean
// centred cosines over the pairs of a report of either side.
inline constexpr std::array kComparedFields = {Field::kBody, Field::kTitle,
                                               Field::kNames};
struct Likeness {
  double body = 0;
  double title = 0;
  double names = 0;
};

// What the evidence needs to know of one side.
struct Side {
  const Profile* profile = nullptr;
  double others = 0;  // likeness of its bodies to stories further away
};

// One side laid out for comparison with many stories. Keeps views.
class ComparedSide {
 public:
  // `squares`: as Commonness::squares().
  ComparedSide(const ReportVector& report,
               const std::array<double, kFields>& squares)
      : ComparedSide(report.fields, report.unit, report.common, squares) {}
  ComparedSide(const Profile& story, const std::array<double, kFields>& squares)
      : ComparedSide(story.sums, story.unit, story.common, squares) {}

  // The sum of the likeness over all pairs of reports of this side and the
  // story.
  double likeness_sum(Field field, const Profile& story) const;

 private:
  using Scales = std::array<double, kFields>;

  ComparedSide(const std::array<TermVector, kFields>& fields,
               const Scales& unit, const Scales& common, const Scales& squares);

  const Scales& unit_;
  const Scales& common_;
  const Scales& squares_;
  std::array<TermTable, kComparedFields.size()> tables_;
};

// The mean likeness of a report and a story; `body` is that of the bodies.
Likeness likeness_of(const ComparedSide& report, const Profile& story,
                     double body);

// The sum of the likeness of a field over all pairs of reports of two stories.
double likeness_sum(Field field, const Profile& a, const Profile& b,
                    const std::array<double, kFields>& squares);

// The same of one report and a story.
double likeness_sum(Field field, const ReportVector& report,
                    const Profile& story,
                    const std::array<double, kFields>& squares);

// How alike a side is to stories that it is not part of: the mean of the fifth
// to fifteenth likeness among the others, `likenesses` sorted, the largest
// first. One value `without`, if it is among them, is passed over.
double likeness_to_others(std::span<const double> likenesses, double without);

EvidenceValues evidence_of(const Likeness& likeness, const Side& a,
                           const Side& b);

}  // namespace stemma::story
