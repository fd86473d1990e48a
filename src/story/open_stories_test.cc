#include "story/open_stories.h"

#include <memory>
#include <vector>

#include <gtest/gtest.h>

namespace stemma::story {
namespace {

class OpenStoriesTest : public testing::Test {
 protected:
  // A report of `day` joins the story, which is founded where it is new; the
  // stories that are closed by that.
  std::vector<StoryIndex> join(StoryIndex story, double day) {
    while (stories_.size() <= story) {
      stories_.push_back(std::make_unique<Profile>());
    }
    ReportVector report;
    report.dated = true;
    report.day = day;
    open_.joined(story, report, stories_);
    const std::vector<StoryIndex> closed = open_.take_closed();
    for (const StoryIndex each : closed) stories_[each].reset();
    return closed;
  }

  std::vector<std::unique_ptr<Profile>> stories_;
  OpenStories open_{10};
};

TEST_F(OpenStoriesTest, CloseWhereNothingJoinedWithinTheWindow) {
  EXPECT_TRUE(join(0, 100).empty());
  EXPECT_TRUE(join(1, 100).empty());
  std::vector<StoryIndex> closed;
  for (int i = 0; i < 200; ++i) {
    for (const StoryIndex each : join(1, 111)) closed.push_back(each);
  }
  EXPECT_EQ(closed, std::vector<StoryIndex>{0});
}

TEST_F(OpenStoriesTest, AReportOfAFutureDateClosesNothing) {
  join(0, 100);
  EXPECT_TRUE(join(1, 300'000).empty());
  for (int i = 0; i < 30; ++i) EXPECT_TRUE(join(2, 101).empty());
}

TEST_F(OpenStoriesTest, RestWhereManyReportsWentElsewhere) {
  join(0, 100);
  for (std::size_t i = 0; i < OpenStories::kRest - 1; ++i) join(1, 100);
  EXPECT_TRUE(open_.take_resting().empty());
  join(1, 100);
  EXPECT_EQ(open_.take_resting(), std::vector<StoryIndex>{0});
}

}  // namespace
}  // namespace stemma::story
