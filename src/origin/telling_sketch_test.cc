#include "origin/telling_sketch.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "origin/declared_sketch.h"
#include "origin/sketch_fixture.h"

namespace stemma::origin {
namespace {

std::size_t quoted(const TellingSketch& sketch) {
  const auto runs = sketch.short_runs.all();
  return static_cast<std::size_t>(std::count_if(
      runs.begin(), runs.end(), [](auto run) { return (run & 1U) != 0; }));
}

TEST(TellingSketchTest, HoldsAllRunsOfAShortText) {
  // Six words have four runs of three and two of five, four words two and none.
  const auto sketch = sketch_of(
      "a", "Rust closed the old pier today. Anglers must go elsewhere.");
  EXPECT_EQ(sketch.words, 10U);
  EXPECT_EQ(sketch.said_words, 0U);
  EXPECT_EQ(sketch.short_runs.size, 6U);
  EXPECT_EQ(sketch.long_runs.size, 2U);
  EXPECT_EQ(quoted(sketch), 0U);
}

TEST(TellingSketchTest, KnowsWhatStandsInMarks) {
  // Five words in marks: three runs. Marks round two words quote nothing.
  const auto sketch = sketch_of(
      "a", "Ina Dahl said: \"We cannot keep it safe,\" of the \"rusty pier\".");
  EXPECT_EQ(sketch.said_words, 5U);
  EXPECT_EQ(quoted(sketch), 3U);
}

TEST(TellingSketchTest, KnowsHowMuchIsSpeech) {
  // The first sentence reports speech (8 words), the second quotes it (7).
  const auto sketch = sketch_of(
      "a",
      "The mayor said that the pier was unsafe. \"We will close it soon,\" it "
      "went. Anglers shrugged and left.");
  EXPECT_EQ(sketch.told_words, 15U);
  EXPECT_EQ(sketch.words, 19U);
}

TEST(TellingSketchTest, MarksAreClosedByTheirPartnerOrTheLine) {
  EXPECT_EQ(sketch_of("a", "\u00BBWir bleiben heute hier\u00AB, sagte sie.")
                .said_words,
            4U);
  EXPECT_EQ(sketch_of("a", "\u201CNobody will come.\nThe pier is closed today.")
                .said_words,
            3U);
}

TEST(TellingSketchTest, ARunToldBothWaysCountsAsQuoted) {
  const auto sketch = sketch_of("a", "All is well. \"All is well,\" she said.");
  EXPECT_EQ(sketch.short_runs.size, 1U);
  EXPECT_EQ(quoted(sketch), 1U);
}

// Whatever stands round it, a run is in all samples or above their limits.
TEST(TellingSketchTest, SamplesOfTwoTextsAgreeBelowBothLimits) {
  const auto part = sketch_of("a", made_up(1, 30));
  const auto whole = sketch_of("b", made_up(1, 90));
  EXPECT_LE(whole.short_runs.limit, part.short_runs.limit);
  EXPECT_GT(part.short_runs.size, 40U);
  EXPECT_GT(whole.short_runs.size, 40U);
  const auto all = whole.short_runs.all();
  std::size_t below = 0;
  for (const auto run : part.short_runs.all()) {
    if ((run | 1U) >= whole.short_runs.limit) continue;
    ++below;
    EXPECT_TRUE(std::binary_search(all.begin(), all.end(), run));
  }
  EXPECT_GT(below, 5U);
}

TEST(TellingSketchTest, EqualWordsHaveOneHashWhateverTheSpaces) {
  const auto one = sketch_of("a", "The pier is closed.\nNobody came.");
  EXPECT_EQ(one.text, sketch_of("b", "The pier  is closed. Nobody came").text);
  EXPECT_NE(one.text, sketch_of("b", "The pier is open. Nobody came.").text);
}

TEST(TellingSketchTest, GoesOnWhereTheBeginningEnds) {
  const Report report = report_of("a", made_up(3, 40));
  auto beginning = text::tokenize(report.text, "en");
  TellingSketcher sketcher;
  const auto whole = sketcher.make(report, "en", beginning);
  beginning.resize(100);
  const auto rest = sketcher.make(report, "en", beginning);
  EXPECT_EQ(whole.text, rest.text);
  EXPECT_EQ(whole.short_runs.runs, rest.short_runs.runs);
  EXPECT_EQ(whole.lead, rest.lead);
}

TEST(TellingSketchTest, LeavesOutParatext) {
  Report report = report_of("a", "Source: Harbour Wire\nThe pier is closed.");
  report.paratext = {{ParatextKind::kCredit, {0, 20}}};
  TellingSketcher sketcher;
  EXPECT_EQ(sketcher.make(report, "en", {}).words, 4U);
}

TEST(TellingSketchTest, NothingIsMadeOfNothing) {
  for (const char* text : {"", " \n", "\"\"\"", "..."}) {
    const auto sketch = sketch_of("", text);
    EXPECT_EQ(sketch.words, 0U);
    EXPECT_EQ(sketch.short_runs.size, 0U);
  }
}

TEST(DeclaredSketchTest, CreditsAreComparedAsInFull) {
  Report a = report_of("Harbour Post", "The pier is closed.");
  a.credits = {{.name = "Reuters", .kind = CreditKind::kClosing}};
  Report b = report_of("Lunholm Times", "Anglers lose their place.");
  b.credits = {{.name = "AP", .kind = CreditKind::kDateline}};
  Report c = report_of("Radio Sund", "No more walks.");
  c.credits = {{.name = "Harbour Post", .kind = CreditKind::kSourceLine}};
  const auto first = sketch_of(a).declared;
  const auto second = sketch_of(b).declared;
  const auto third = sketch_of(c).declared;
  EXPECT_TRUE(different_agencies(first, second));
  EXPECT_FALSE(same_credit(first, second));
  EXPECT_TRUE(same_credit(first, first));
  EXPECT_TRUE(credits_outlet(third, first));
  EXPECT_FALSE(credits_outlet(first, third));
}

TEST(DeclaredSketchTest, MediaAreCitedBesideACue) {
  const auto cites = sketch_of(
      "Radio Sund", "The mayor told the Harbour Post that the pier is shut.");
  const auto cited = sketch_of("Harbour Post", "The pier is shut.");
  const auto other = sketch_of("Northern Echo",
                               "The pier is shut, the Harbour Post reported.");
  EXPECT_DOUBLE_EQ(cites_outlet(cites.declared, cited.declared), 1);
  EXPECT_DOUBLE_EQ(cites_outlet(cited.declared, cites.declared), 0);
  EXPECT_DOUBLE_EQ(common_citation(cites.declared, other.declared, {}), 1);
}

// A medium by the last part of its name, an agency that is written small, and
// one behind a possessive.
TEST(DeclaredSketchTest, MediaAreKnownAsInFull) {
  const auto common = [](const char* first, const char* second) {
    return common_citation(sketch_of("A", first).declared,
                           sketch_of("B", second).declared, {});
  };
  EXPECT_DOUBLE_EQ(common("The Lunholm Times-News reports that it is shut.",
                          "Ina Dahl told the Lunholm Times-News so."),
                   1);
  EXPECT_DOUBLE_EQ(common("It ran aground, news agency dpa reported.",
                          "It ran aground, according to dpa."),
                   1);
  EXPECT_DOUBLE_EQ(common("She told Lunholm's Harbour Post so.",
                          "She told the Harbour Post so."),
                   1);
}

TEST(DeclaredSketchTest, ANameIsAMediumIfAnOutletBearsIt) {
  const auto one = sketch_of("A", "Ina Dahl said so.").declared;
  const auto two = sketch_of("B", "Ina Dahl said no.").declared;
  EXPECT_DOUBLE_EQ(common_citation(one, two, {}), 0);
  const auto outlet = sketch_of("Ina Dahl", "").declared.outlet[0];
  EXPECT_DOUBLE_EQ(common_citation(one, two, {&outlet, 1}), 1);
}

}  // namespace
}  // namespace stemma::origin
