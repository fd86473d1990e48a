// Grouping of reports into stories, one report at a time.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "stemma/types/options.h"
#include "story/agglomeration.h"
#include "story/comparison.h"
#include "story/explanation.h"
#include "story/outline.h"

namespace stemma::story {

struct GrouperState;

// Reports are added in the order of arrival; each joins the best open story
// or founds one. A story that was not joined for long keeps only what says most
// of it; one beyond StoryOptions::window_days, or the one that has rested
// longest where there are half a million, is closed and forgotten. Not safe for
// use by several threads at once, but for weigh().
class StoryGrouper {
 public:
  explicit StoryGrouper(const StoryOptions& options,
                        const JoinWeights& weights = shipped_weights());
  ~StoryGrouper();
  StoryGrouper(StoryGrouper&&) noexcept;
  StoryGrouper& operator=(StoryGrouper&&) noexcept;
  // Copying an index of a whole corpus would be a mistake.
  StoryGrouper(const StoryGrouper&) = delete;
  StoryGrouper& operator=(const StoryGrouper&) = delete;

  // The first half of add(): what the report's words weigh beside the reports
  // weighed before it. Called once for each report, in their order. It may be
  // at work on later reports in one thread while another adds.
  ReportVector weigh(const Outline& report);

  // The story that the report joins or founds; `weighed` is what weigh() made
  // of it. Time and memory do not depend on how many reports came before, but
  // for the stories that share its rarer words, of which a bounded number is
  // looked at. Stories of `barred` are not joined.
  StoryIndex add(const Outline& report, const ReportVector& weighed,
                 std::span<const StoryIndex> barred = {});
  StoryIndex add(const Outline& report) { return add(report, weigh(report)); }

  // The open stories that the report most resembles, most probable first; at
  // most 6.
  std::vector<Comparison> compare(const Outline& report);

  // Puts the report into a story whatever its words: a user's decision, or a
  // grouping that is known. `story` = number of stories founds a new one.
  // REQUIRES: story <= number of stories.
  void place(const Outline& report, const ReportVector& weighed,
             StoryIndex story);

  // The story that the one which the last report founded is most probably one
  // with, if it is more probable than not; else, and where the last report
  // joined one, `story` itself. For an answer before settle().
  StoryIndex likely(StoryIndex story) const;

  // Makes the report a story of its own, whatever it resembles; settle() is to
  // decide. For learning the weights.
  StoryIndex found(const Outline& report);

  // The open stories as groups, for learning the weights: one for each story,
  // in their order. Keeps views of the grouper.
  Groups groups() const;

  // A user's decision: settle() leaves these two stories apart.
  // REQUIRES: both < number of stories.
  void keep_apart(StoryIndex a, StoryIndex b);

  // Puts together what turns out to be one story with all reports at hand, and
  // returns for each story the first story of those that are one with it: its
  // own number if it stays as it is. It looks at all open stories afresh, so
  // that what was put together before may come apart again; what is one is
  // closed as one. add() may go on afterwards; title_report() of a first story
  // is then that of the whole.
  std::vector<StoryIndex> settle();

  // What decided that the report added last joined the story it is in; empty
  // if it founded it or was placed.
  std::optional<JoinComparison> joined() const;

  // From now on settle() notes what decides on these two stories.
  // REQUIRES: both < number of stories.
  void watch(StoryIndex a, StoryIndex b);

  // What decided on the stories that are watched, as of the last settle() at
  // which both were open; empty if there was none.
  const std::optional<JoinDecision>& decision() const;

  // Two reports by themselves, beside the stories that are no part of `a` or
  // `b`, where the reports are. To be asked after settle().
  JoinComparison weigh_alone(const Outline& report_a, StoryIndex a,
                             const Outline& report_b, StoryIndex b);

  // The words that make the likeness of two reports' bodies, at most `most`.
  std::vector<SharedTerm> shared(const Outline& a, const Outline& b,
                                 std::size_t most) const;

  // The report whose title the story takes, counted from 0 in the order of
  // add() and place(). REQUIRES: story < number of stories.
  std::uint32_t title_report(StoryIndex story) const;

 private:
  std::unique_ptr<GrouperState> state_;
};

}  // namespace stemma::story
