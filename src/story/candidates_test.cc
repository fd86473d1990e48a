#include "story/candidates.h"

#include <vector>

#include <gtest/gtest.h>

namespace stemma::story {
namespace {

using Stories = std::vector<StoryIndex>;

TEST(CandidateIndexTest, FindsTheStoriesThatShareTheMost) {
  CandidateIndex index;
  index.add({{1, 1}, {2, 1}}, 0);
  index.add({{2, 1}, {3, 1}}, 1);
  index.add({{4, 1}}, 2);
  EXPECT_EQ(index.find({{2, 1}, {3, 1}}, 5), (Stories{1, 0}));
  EXPECT_EQ(index.find({{2, 1}, {3, 1}}, 1), (Stories{1}));
  EXPECT_EQ(index.find({{5, 1}}, 5), (Stories{}));
  // Nothing is left of a look-up for the next one.
  EXPECT_EQ(index.find({{1, 1}}, 5), (Stories{0}));
}

TEST(CandidateIndexTest, AStoryThatIsClosedIsFoundNoMore) {
  CandidateIndex index;
  for (StoryIndex story = 0; story < 10'000; ++story) {
    index.add({{1, 1}, {story + 2, 1}}, story);
    if (story > 0) index.retire(story - 1);
  }
  EXPECT_EQ(index.find({{1, 1}, {5000, 1}}, 5), (Stories{9999}));
}

TEST(CandidateIndexTest, TheNewestStoriesOfACommonTermAreLookedAt) {
  CandidateIndex index;
  for (StoryIndex story = 0; story < 100'000; ++story) {
    index.add({{1, 1}}, story);
  }
  const Stories found = index.find({{1, 1}}, 100'000);
  EXPECT_LE(found.size(), 1024U);
  EXPECT_EQ(found.back(), 99'999U);
}

}  // namespace
}  // namespace stemma::story
