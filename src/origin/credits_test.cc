#include "origin/credits.h"

#include <gtest/gtest.h>

#include "origin/story_fixture.h"

namespace stemma::origin {
namespace {

std::string cited(const std::string& text, const std::string& language) {
  StoryFixture story;
  story.add("Harbour Times", text, language);
  story.add("www.oldtownpost.com", "Nothing.", language);
  const std::vector<Declared> declared = find_declared(story.witnesses());
  std::string names;
  for (const Citation& citation : declared[0].citations) {
    names += "[" + citation.name + " " + std::to_string(citation.times) + "]";
  }
  return names;
}

TEST(CitationTest, IsAMediumThatIsSaidToHaveReported) {
  EXPECT_EQ(
      cited("She told the Ardan Valley Herald that she would stay.", "en"),
      "[Ardan Valley Herald 1]");
  EXPECT_EQ(
      cited("The mayor will resign, the Ardan Herald-Times reported.", "en"),
      "[Ardan Herald-Times 1]");
  EXPECT_EQ(cited("He will stay, according to Talvenia's River News.", "en"),
            "[River News 1]");
  EXPECT_EQ(cited("Wie die Ruhner Zeitung berichtete, tritt er ab.", "de"),
            "[Ruhner Zeitung 1]");
}

// As partners of an outlet set it between the paragraphs of a reprint.
TEST(CitationTest, StandsInParatextToo) {
  Report report{.id = "a",
                .outlet = "Harbour Times",
                .text = "More from The Old Town Post:\nNobody was hurt."};
  report.paratext = {{ParatextKind::kCaption, {0, 28}}};
  const Analysis analysis = text::analyze(report);
  const std::vector<Witness> witnesses = {{&report, &analysis, nullptr}};
  const auto declared = find_declared(witnesses);
  ASSERT_EQ(declared[0].citations.size(), 1U);
  EXPECT_EQ(declared[0].citations[0].name, "The Old Town Post");
  EXPECT_LT(declared[0].citations[0].prominence, 0.2);
}

TEST(CitationTest, CountsAShortNameWithTheFullOne) {
  EXPECT_EQ(cited("She told the Ardan Valley Herald so. The Herald reported "
                  "that others agree.",
                  "en"),
            "[Ardan Valley Herald 2]");
}

TEST(CitationTest, KnowsTheOutletsOfTheStory) {
  EXPECT_EQ(cited("He resigned, Old Town Post reports.", "en"),
            "[Old Town Post 1]");
}

TEST(CitationTest, IsNotTheOwnOutletNorAMentionNorInAQuotation) {
  EXPECT_EQ(cited("She told the Harbour Times that she would stay.", "en"), "");
  EXPECT_EQ(cited("The Ardan Valley Herald moved to a new building.", "en"),
            "");
  EXPECT_EQ(
      cited("\"I told the Ardan Valley Herald everything\", she said.", "en"),
      "");
}

TEST(DeclaredTest, AgenciesAreKnownByAnyOfTheirNames) {
  StoryFixture story;
  story.add("a", "Text.").credits = {
      {.name = "The Associated Press", .kind = CreditKind::kClosing}};
  story.add("b", "Text.").credits = {
      {.name = "AP", .kind = CreditKind::kDateline}};
  story.add("c", "Text.").credits = {
      {.name = "Reuters", .kind = CreditKind::kDateline}};
  story.add("d", "Text.").credits = {
      {.name = "Ministry of Works", .kind = CreditKind::kSourceLine}};
  const auto declared = find_declared(story.witnesses());
  EXPECT_TRUE(same_credit(declared[0], declared[1]));
  EXPECT_FALSE(different_agencies(declared[0], declared[1]));
  EXPECT_TRUE(different_agencies(declared[0], declared[2]));
  EXPECT_FALSE(same_credit(declared[0], declared[3]));
  EXPECT_FALSE(different_agencies(declared[0], declared[3]));
}

}  // namespace
}  // namespace stemma::origin
