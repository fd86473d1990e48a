#include "engine/settled_stories.h"

#include <gtest/gtest.h>

namespace stemma::engine {
namespace {

// Four stories, of which the third is one with the first and the fourth one
// with the second.
TEST(SettledStoriesTest, ReportsGoToTheFirstStoryInTheirOrder) {
  std::vector<Story> stories = {
      {"one", {0, 3}}, {"two", {1}}, {"three", {2, 5}}, {"four", {4}}};
  const std::vector<story::StoryIndex> first_of = {0, 1, 0, 1};
  EXPECT_EQ(put_together(first_of, stories),
            (std::vector<story::StoryIndex>{0, 1}));
  ASSERT_EQ(stories.size(), 2U);
  EXPECT_EQ(stories[0].id, "one");
  EXPECT_EQ(stories[0].reports, (std::vector<ReportIndex>{0, 2, 3, 5}));
  EXPECT_EQ(stories[1].id, "two");
  EXPECT_EQ(stories[1].reports, (std::vector<ReportIndex>{1, 4}));
}

TEST(SettledStoriesTest, WhatStaysIsNamedByItsOldPosition) {
  std::vector<Story> stories = {{"one", {0}}, {"two", {1}}, {"three", {2}}};
  const std::vector<story::StoryIndex> first_of = {0, 0, 2};
  EXPECT_EQ(put_together(first_of, stories),
            (std::vector<story::StoryIndex>{0, 2}));
  EXPECT_EQ(stories[1].id, "three");
}

}  // namespace
}  // namespace stemma::engine
