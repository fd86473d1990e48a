#include "origin/narration.h"

#include <gtest/gtest.h>

#include "origin/coverage.h"
#include "origin/overlap.h"
#include "origin/story_fixture.h"

namespace stemma::origin {
namespace {

TEST(NarrationTest, LeavesOutWhatAnyReportHasInQuotationMarks) {
  StoryFixture story;
  story.add("a", "She said: \"The bridge will stay closed until June.\"");
  story.add("b", "The bridge will stay closed until June, the town hopes.");
  const auto narrations = narrate(story.witnesses());
  EXPECT_EQ(narrations[0].words.size(), 2U);  // She said
  EXPECT_EQ(narrations[1].words.size(), 3U);  // the town hopes
  EXPECT_EQ(narrations[1].body.size(), 10U);
  // Seven quoted words hold four runs of four.
  EXPECT_EQ(narrations[0].said_runs.size(), 4U);
  EXPECT_TRUE(narrations[1].said_runs.empty());
}

TEST(NarrationTest, CutsRunsAtUtterancesAndSentences) {
  StoryFixture story;
  story.add("a", "One two three. Four five \"six seven eight nine\" ten.");
  const auto narrations = narrate(story.witnesses());
  EXPECT_EQ(narrations[0].words.size(), 6U);
  EXPECT_EQ(narrations[0].short_runs.size(), 1U);  // one two three
}

TEST(OverlapTest, SharesAreOfTheSmallerReport) {
  StoryFixture story;
  // 14 words and 12 runs of three; the second adds 10 words and 8 runs.
  const std::string common =
      "Heavy rain swept gravel over the coastal road near Tarn before dawn on "
      "Sunday.";
  story.add("a", common);
  story.add("b", common +
                     " Crews with diggers cleared one lane slowly before "
                     "noon today.");
  const auto narrations = narrate(story.witnesses());
  const SentenceIndex a(narrations[0]);
  const SentenceIndex b(narrations[1]);
  const Overlap overlap = compare(a, b);
  EXPECT_DOUBLE_EQ(overlap.short_of_smaller, 1.0);
  EXPECT_DOUBLE_EQ(overlap.short_of_larger, 12.0 / 20.0);
  EXPECT_EQ(overlap.long_runs, 10U);
  EXPECT_DOUBLE_EQ(overlap.aligned_of_smaller, 1.0);
  EXPECT_DOUBLE_EQ(overlap.aligned_of_larger, 0.5);
  EXPECT_EQ(overlap.in_order, 1U);
  EXPECT_DOUBLE_EQ(share_of_body(narrations[1], cover_words(b, a)),
                   14.0 / 24.0);
  EXPECT_DOUBLE_EQ(share_of_body(narrations[0], cover_words(a, b)), 1.0);
}

TEST(CoverageTest, CountsStretchesThatOnlyOneHas) {
  StoryFixture story;
  story.add("a", "Red kites circled above the old mill today.");
  const auto narrations = narrate(story.witnesses());
  const Coverage all(8, true);
  Coverage first_three(8, false);
  std::fill_n(first_three.begin(), 3, true);
  EXPECT_EQ(count_stretches(narrations[0], all, first_three, 4), 1U);
  EXPECT_EQ(count_stretches(narrations[0], all, first_three, 6), 0U);
  EXPECT_EQ(count_only(narrations[0], all, first_three), 5U);
}

}  // namespace
}  // namespace stemma::origin
