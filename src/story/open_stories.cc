#include "story/open_stories.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace stemma::story {

OpenStories::OpenStories(std::uint32_t window_days)
    : window_days_(window_days) {}

// True if nothing has joined the story since.
bool OpenStories::is_last(const Join& join, const Stories& stories) {
  const Profile* story = stories[join.story].get();
  return story != nullptr && story->last_joined == join.number;
}

double OpenStories::today() const {
  if (dated_ == 0) return -std::numeric_limits<double>::infinity();
  const auto count = static_cast<std::ptrdiff_t>(std::min(dated_, kRecentDays));
  return *std::min_element(days_.begin(), days_.begin() + count);
}

void OpenStories::joined(StoryIndex story, const ReportVector& report,
                         const Stories& stories) {
  Profile& profile = *stories[story];
  const std::uint64_t number = ++joins_;
  if (profile.last_joined == 0) ++open_;
  profile.last_joined = number;
  if (report.dated) days_[dated_++ % kRecentDays] = report.day;
  order_.push_back({story, number, today()});
  if (recent_.size() < kRest) {
    recent_.push_back(story);
  } else {
    const Join old = {recent_[(number - 1) % kRest], number - kRest, 0};
    if (is_last(old, stories)) resting_.push_back(old.story);
    recent_[(number - 1) % kRest] = story;
  }
  close_oldest(stories);
}

void OpenStories::close_oldest(const Stories& stories) {
  while (!order_.empty()) {
    const Join& oldest = order_.front();
    if (is_last(oldest, stories)) {
      const bool past = window_days_ > 0 && oldest.day + window_days_ < today();
      if (open_ <= kOpen && !past) break;
      closed_.push_back(oldest.story);
      stories[oldest.story]->last_joined = 0;
      --open_;
    }
    order_.pop_front();
  }
  // What was joined again stands twice; most of the queue must not be such.
  if (order_.size() > 2 * open_ + kRest) {
    std::erase_if(order_,
                  [&](const Join& join) { return !is_last(join, stories); });
  }
}

std::vector<StoryIndex> OpenStories::take_resting() {
  return std::exchange(resting_, {});
}

std::vector<StoryIndex> OpenStories::take_closed() {
  return std::exchange(closed_, {});
}

}  // namespace stemma::story
