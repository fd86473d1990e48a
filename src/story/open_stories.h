// Which stories are still open, and which have rested for long?
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "story/candidates.h"
#include "story/profile.h"

namespace stemma::story {

// Bounds what is kept of stories. A story that nothing has joined during the
// last kRest reports is at rest. The stories that have rested longest are
// closed where there are more than kOpen, or where the window of days has
// passed since; today is the earliest day of the last reports, so that one of a
// future date closes nothing.
class OpenStories {
 public:
  static constexpr std::size_t kRest = std::size_t{1} << 15U;
  static constexpr std::size_t kOpen = std::size_t{1} << 19U;

  // `window_days`: 0 for no limit.
  explicit OpenStories(std::uint32_t window_days);

  // A report has joined or founded `story`; sets Profile::last_joined.
  void joined(StoryIndex story, const ReportVector& report,
              const std::vector<std::unique_ptr<Profile>>& stories);

  // The stories that came to rest, or are to be closed, since the last call.
  std::vector<StoryIndex> take_resting();
  std::vector<StoryIndex> take_closed();

 private:
  using Stories = std::vector<std::unique_ptr<Profile>>;
  struct Join {
    StoryIndex story = 0;
    std::uint64_t number = 0;
    double day = 0;  // today() at the time
  };
  static constexpr std::size_t kRecentDays = 64;

  static bool is_last(const Join& join, const Stories& stories);
  double today() const;
  void close_oldest(const Stories& stories);

  std::uint32_t window_days_;
  std::uint64_t joins_ = 0;
  std::size_t open_ = 0;
  std::deque<Join> order_;          // the oldest first; holds outdated ones
  std::vector<StoryIndex> recent_;  // by number % kRest
  std::array<double, kRecentDays> days_{};  // of the last dated reports
  std::size_t dated_ = 0;
  std::vector<StoryIndex> resting_;
  std::vector<StoryIndex> closed_;
};

}  // namespace stemma::story
