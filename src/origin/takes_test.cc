#include "origin/takes.h"

#include <gtest/gtest.h>

#include "origin/story_fixture.h"

namespace stemma::origin {
namespace {

std::string mark_of(std::string title, std::string text) {
  StoryFixture story;
  story.add("Orvel Post", std::move(text)).title = std::move(title);
  const auto mark = find_mark(story.witnesses()[0]);
  if (!mark) return "";
  constexpr const char* kNames[] = {"take", "correction", "withheld",
                                    "withdrawn"};
  return std::string(kNames[static_cast<int>(mark->kind)]) + " " + mark->text;
}

TEST(MarkTest, StandsAtTheBeginningOfTitleOrText) {
  EXPECT_EQ(mark_of("UPDATE 2-Bridge closed", "The bridge is shut."),
            "take UPDATE");
  EXPECT_EQ(mark_of("CORRECTED-Bridge closed", "The bridge is shut."),
            "correction CORRECTED");
  EXPECT_EQ(mark_of("", "KILL Bridge story. The bridge is open."),
            "withdrawn KILL");
  EXPECT_EQ(mark_of("Correction: Bridge", "The bridge is shut."),
            "correction Correction");
}

TEST(MarkTest, OrdinaryWordsAreNone) {
  EXPECT_EQ(mark_of("Update on the bridge", "The bridge is shut."), "");
  EXPECT_EQ(mark_of("Kill the lights, says mayor", "Nobody did."), "");
  EXPECT_EQ(mark_of("Bridge shut", "It was a correction of the market."), "");
}

const std::string kItem =
    "A landslide buried the mountain road between Orvel and Sankt Tass early "
    "on Friday and cut off four villages, the district office said. Some "
    "three hundred cubic metres of rock came down after a week of rain. ";

TEST(MarkTest, AWithdrawalMarksTheOtherReportsOfTheTelling) {
  StoryFixture story;
  story.add("Orvel Post", kItem);
  story.add("NPA", kItem + "The item was wrong.").title =
      "KILL-Landslide near Orvel";
  const Origins origins = story.trace();
  ASSERT_EQ(origins.tellings.size(), 1U);
  const auto& evidence = origins.derivations[0].evidence;
  const auto found = std::find_if(
      evidence.begin(), evidence.end(),
      [](const Evidence& one) { return one.kind == EvidenceKind::kWithdrawn; });
  ASSERT_NE(found, evidence.end());
  EXPECT_EQ(found->other, std::optional<ReportIndex>(1));
  EXPECT_EQ(found->text, "KILL");
}

// The second take was written anew but for the names.
TEST(MarkTest, TakesOfOneItemAreOneTelling) {
  StoryFixture story;
  const Credit wire{.name = "Reuters", .kind = CreditKind::kDateline};
  Report& first =
      story.add("Reuters", "A landslide near Orvel cut off four villages.");
  first.credits = {wire};
  first.title = "Landslide near Orvel cuts off four villages";
  Report& second = story.add(
      "Reuters",
      "Four villages near Orvel were cut off after a landslide, and "
      "helicopters "
      "brought bread and blankets to people who had slept in a chapel.");
  second.credits = {wire};
  second.title = "UPDATE 1-Landslide near Orvel cuts off four villages";
  EXPECT_EQ(story.trace().tellings.size(), 1U);
}

}  // namespace
}  // namespace stemma::origin
