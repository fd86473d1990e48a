// What a StoryGrouper knows, and the steps of its work.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "stemma/types/options.h"
#include "story/agglomeration.h"
#include "story/candidates.h"
#include "story/comparison.h"
#include "story/explanation.h"
#include "story/open_stories.h"
#include "story/outline.h"
#include "story/profile.h"
#include "story/report_vector.h"
#include "story/weighing.h"

namespace stemma::story {

// A story that a report resembles.
struct Resembled {
  StoryIndex story = 0;
  double likeness = 0;  // mean of its body to those of the members
  double sum = 0;       // of the same
};

// All of it is open to StoryGrouper, which keeps it and says what may be done.
struct GrouperState {
  GrouperState(const StoryOptions& chosen, const JoinWeights& learned)
      : options(chosen), weights(learned), resting(chosen.window_days) {}

  StoryOptions options;
  JoinWeights weights;
  Weighing weighing;
  std::array<double, kFields> squares{};          // of the report added last
  std::uint32_t reports = 0;                      // added or placed
  std::vector<std::unique_ptr<Profile>> stories;  // null once closed
  // Of stories that are closed, or were put together of several.
  std::vector<std::optional<std::uint32_t>> title_reports;
  CandidateIndex index;
  OpenStories resting;
  std::vector<Pair> links;           // stories that a founding report resembled
  std::vector<Pair> known_apart;     // by a user's decisions
  std::vector<StoryIndex> closing;   // to be closed with all they are one with
  std::vector<StoryIndex> first_of;  // as of the last settle()
  std::optional<StoryIndex> likely;  // of the report added last
  std::vector<Resembled> resembled;  // by the report compared last
  // Of the report added last: why it joined, and how many reports it joined.
  std::optional<EvidenceValues> joined;
  std::uint32_t joined_reports = 0;
  std::optional<Pair> watched;
  std::optional<JoinDecision> decision;

  bool may_join(const Profile& story, const ReportVector& report) const {
    return options.window_days == 0 || !report.dated || !story.is_dated() ||
           days_apart(story, report) <= options.window_days;
  }
  // The likeness of a report to stories that are no part of `a` or `b`, as
  // compare() and Groups have it.
  double others(const ReportVector& report, StoryIndex a, StoryIndex b);
  // The open stories that the report most resembles, most probable first; sets
  // `resembled`.
  std::vector<Comparison> compare(const ReportVector& report);
  // The sum of the likeness of a report's body to those of the members.
  double likeness_to(const ReportVector& report, StoryIndex story) const;
  // Makes the report a member of the story, a new one if there is none of that
  // number, and lets stories rest or close that nothing joined for long.
  void place(const Outline& outline, const ReportVector& report,
             StoryIndex story);
  // Remembers what the report that goes to `story` resembles, for settle(). One
  // that founds a story has all to be decided yet.
  void link(StoryIndex story);
  // The open stories, in their order. Pairs further apart in time than the
  // window are no pairs.
  Groups groups() const;
  // Sets `first_of`, and `decision` for the pair that is watched.
  void settle();
  // Closes what is one story as a whole, once nothing of it is to stay open.
  void close_settled();
  void close(StoryIndex story);
};

}  // namespace stemma::story
