#include "origin/origins.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "origin/story_fixture.h"

namespace stemma::origin {
namespace {

const std::string kLead =
    "A landslide buried the mountain road between Orvel and Sankt Tass early "
    "on Friday and cut off four villages, the district office said. ";
const std::string kMiddle =
    "Some three hundred cubic metres of rock came down after a week of rain, "
    "and a bus driver was able to stop in time. Engineers with two excavators "
    "began to clear the slope at noon. ";
const std::string kTail =
    "The road was last closed in the spring of 2027, when a boulder struck a "
    "milk lorry. Schools in the upper valley remain shut until Tuesday. ";
const std::string kOwn =
    "Nobody in Upper Orvel slept much. Marta Lind stood at her window when the "
    "slope began to move and counted the lamps of the bus as it braked. Her "
    "neighbours carried blankets to the chapel, where the priest had lit the "
    "stove. ";

const std::string kOwnLater =
    "By Saturday the baker was selling bread from a sledge. Children who ought "
    "to have sat in the schoolroom hauled water, and the old ferryman told "
    "anybody who asked how his father had once walked over the pass. ";

PublicationTime at(std::int64_t minutes) {
  return {.seconds = minutes * 60, .precision = TimePrecision::kMinute};
}

const Derivation& of(const Origins& origins, ReportIndex report) {
  return origins.derivations[report];
}

TEST(TraceOriginsTest, IsEmptyForNoReports) {
  const Origins origins = trace_origins({}, {}, {});
  EXPECT_TRUE(origins.tellings.empty());
  EXPECT_EQ(origins.telling_count, CountRange{});
}

TEST(TraceOriginsTest, OneReportIsItsOwnHead) {
  StoryFixture story;
  story.add("Orvel Post", kLead + kMiddle);
  const Origins origins = story.trace();
  ASSERT_EQ(origins.tellings.size(), 1U);
  EXPECT_EQ(origins.tellings[0].head, std::optional<ReportIndex>(0));
  EXPECT_EQ(origins.telling_count, (CountRange{1, 1, 1}));
  EXPECT_EQ(of(origins, 0).relation, DerivationRelation::kNoSharedText);
}

TEST(TraceOriginsTest, AWireCutFromTheEndIsOneTellingWithAnUnseenHead) {
  StoryFixture story;
  const Credit wire{.name = "NPA", .kind = CreditKind::kDateline};
  story.add("Orvel Post", kLead + kMiddle + kTail).credits = {wire};
  story.add("Tass Courier", kLead + kMiddle).credits = {wire};
  story.add("Valley Radio", kLead).credits = {wire};
  story.add("Upper Orvel Voice", kOwn);
  const Origins origins = story.trace();
  ASSERT_EQ(origins.tellings.size(), 2U);
  EXPECT_EQ(origins.tellings[0].reports, (std::vector<ReportIndex>{0, 1, 2}));
  EXPECT_FALSE(origins.tellings[0].head.has_value());
  EXPECT_EQ(origins.tellings[0].names, std::vector<std::string>{"NPA"});
  EXPECT_EQ(origins.tellings[1].head, std::optional<ReportIndex>(3));
  EXPECT_EQ(origins.telling_count.likely, 2U);
  EXPECT_EQ(of(origins, 2).relation, DerivationRelation::kReprint);
  EXPECT_DOUBLE_EQ(of(origins, 2).share, 1.0);
  EXPECT_TRUE(of(origins, 2).declared);
  for (const Derivation& derivation : origins.derivations) {
    EXPECT_FALSE(derivation.from.has_value());
  }
}

// Hide the original: what is left is still one telling of an unseen text.
TEST(TraceOriginsTest, CopiesStayTogetherWithoutTheirOriginal) {
  StoryFixture story;
  story.add("Tass Courier", kLead + kMiddle);
  story.add("Valley Radio", kLead + kTail);
  story.add("Hill Herald", kMiddle + kTail);
  const Origins origins = story.trace();
  ASSERT_EQ(origins.tellings.size(), 1U);
  EXPECT_FALSE(origins.tellings[0].head.has_value());
}

TEST(TraceOriginsTest, OneSharedUtteranceIsNoSharedText) {
  StoryFixture story;
  const std::string said =
      "\"We heard the mountain groan for an hour and then all of the slope "
      "went down at once\", said Marta Lind. ";
  story.add("Upper Orvel Voice", kOwn + said);
  story.add("Valley Radio",
            "Four villages above Orvel can be reached on foot only. " + said +
                "The excavators came at noon.");
  const Origins origins = story.trace();
  EXPECT_EQ(origins.tellings.size(), 2U);
  EXPECT_EQ(of(origins, 0).relation, DerivationRelation::kNoSharedText);
}

TEST(TraceOriginsTest, AParentIsNamedWhereTheReportNamesItsOutlet) {
  StoryFixture story;
  story.add("Orvel Post", kLead + kMiddle + kTail).published = at(100);
  story
      .add("Tass Courier",
           kLead + kMiddle + "The road stays shut, the Orvel Post reported.")
      .published = at(160);
  const Origins origins = story.trace();
  ASSERT_EQ(origins.tellings.size(), 1U);
  EXPECT_EQ(of(origins, 1).from, std::optional<ReportIndex>(0));
  EXPECT_TRUE(of(origins, 1).declared);
  EXPECT_TRUE(of(origins, 1).direction_established);
  EXPECT_FALSE(of(origins, 0).from.has_value());
  EXPECT_EQ(origins.tellings[0].head, std::optional<ReportIndex>(0));
  const auto& evidence = of(origins, 1).evidence;
  const auto earlier = std::find_if(
      evidence.begin(), evidence.end(),
      [](const Evidence& e) { return e.kind == EvidenceKind::kEarlier; });
  ASSERT_NE(earlier, evidence.end());
  EXPECT_DOUBLE_EQ(earlier->value, 3600);
}

TEST(TraceOriginsTest, TimeAloneNamesNoParent) {
  StoryFixture story;
  story.add("Orvel Post", kLead + kMiddle + kTail).published = at(100);
  story.add("Tass Courier", kLead + kMiddle).published = at(160);
  const Origins origins = story.trace();
  ASSERT_EQ(origins.tellings.size(), 1U);
  EXPECT_FALSE(of(origins, 1).from.has_value());
  EXPECT_FALSE(of(origins, 1).direction_established);
  EXPECT_FALSE(origins.tellings[0].head.has_value());
}

// No edge from a text that nobody names: both hang on one unseen text.
TEST(TraceOriginsTest, WithoutAParentReportsHangOnAnUnseenText) {
  StoryFixture story;
  story.add("Orvel Post", kLead + kMiddle + kTail).published = at(100);
  story.add("Tass Courier", kLead + kMiddle).published = at(160);
  const Stemma stemma = story.trace().stemma;
  ASSERT_EQ(stemma.nodes.size(), 3U);
  EXPECT_FALSE(stemma.nodes[2].report.has_value());
  ASSERT_EQ(stemma.edges.size(), 2U);
  EXPECT_EQ(stemma.edges[0].from, 2U);
  EXPECT_EQ(stemma.edges[1].from, 2U);
}

TEST(TraceOriginsTest, AnEarlierReportOfTheSameOutletIsNamed) {
  StoryFixture story;
  story.add("Orvel Post", kLead + kMiddle + kTail).published = at(100);
  story.add("Orvel Post", kLead + kMiddle + kTail + kOwn).published = at(160);
  const Origins origins = story.trace();
  EXPECT_EQ(of(origins, 1).from, std::optional<ReportIndex>(0));
  EXPECT_FALSE(of(origins, 1).declared);
  EXPECT_EQ(origins.stemma.edges.at(0).from, 0U);
}

TEST(TraceOriginsTest, ARejectedMergeAndARejectedEdgeAreHeeded) {
  StoryFixture story;
  story.add("Orvel Post", kLead + kMiddle + kTail).published = at(100);
  story.add("Orvel Post", kLead + kMiddle + kTail + kOwn).published = at(160);
  const auto witnesses = story.witnesses();
  const Origins no_edge =
      trace_origins(witnesses, {}, {}, Rejections{.edges = {{1, 0}}});
  EXPECT_FALSE(of(no_edge, 1).from.has_value());
  EXPECT_EQ(no_edge.tellings.size(), 1U);
  const Origins apart =
      trace_origins(witnesses, {}, {}, Rejections{.merges = {{0, 1}}});
  EXPECT_EQ(apart.tellings.size(), 2U);
  EXPECT_EQ(apart.telling_count, (CountRange{2, 2, 2}));
}

TEST(TraceOriginsTest, AnotherLanguageCannotBeComparedAndWidensTheRange) {
  StoryFixture story;
  story.add("Orvel Post", kLead + kMiddle + kTail);
  story.add("Tass Courier", kLead + kMiddle + kTail);
  story.add("Talbote",
            "Ein Erdrutsch hat am Freitag die Stra\u00DFe zwischen Orvel und "
            "Sankt Tass versch\u00FCttet und vier D\u00F6rfer abgeschnitten. "
            "Ein Busfahrer konnte rechtzeitig bremsen.",
            "de");
  const Origins origins = story.trace();
  ASSERT_EQ(origins.not_compared.size(), 1U);
  EXPECT_EQ(origins.not_compared[0].report, 2U);
  EXPECT_EQ(origins.not_compared[0].why, "other language");
  EXPECT_EQ(origins.telling_count, (CountRange{2, 1, 2}));
}

// Two outlets tell one speech, each in its own selection and translation.
TEST(TraceOriginsTest, OneSpeechIsOneSourceOfSeveralTellings) {
  StoryFixture story;
  Report& first = story.add(
      "Northern Observer",
      "President Oren Kadri said the dam talks were a turning point. He "
      "thanked the neighbours for the water of last summer.");
  first.credits = {
      {.name = "Office of the President", .kind = CreditKind::kSourceLine}};
  story.add_quotation("the dam talks were a turning point", "Oren Kadri", "f1");
  story.add_quotation("thanked the neighbours for the water of last summer",
                      "Oren Kadri", "f2");
  story.add("The Lowlander",
            "The talks about the dam mark a new beginning, President Oren "
            "Kadri said. Kadri expressed thanks for last summer's water.");
  story.add_quotation("The talks about the dam mark a new beginning",
                      "Oren Kadri", "f1");
  story.add_quotation("expressed thanks for last summer's water", "Kadri",
                      "f2");
  const Origins origins = story.trace();
  EXPECT_EQ(origins.tellings.size(), 2U);
  // Two renderings of one speech, and next to nothing beside it: the texts
  // cannot say whether one was made into the other.
  EXPECT_EQ(origins.telling_count, (CountRange{2, 1, 2}));
  ASSERT_EQ(origins.sources.size(), 1U);
  EXPECT_EQ(origins.sources[0].kind, SourceKind::kStatement);
  EXPECT_EQ(origins.sources[0].names,
            std::vector<std::string>{"Office of the President"});
  EXPECT_EQ(of(origins, 1).evidence.back().kind, EvidenceKind::kSameStatement);
  EXPECT_FALSE(of(origins, 0).from || of(origins, 1).from);
}

TEST(TraceOriginsTest, ReportingAnotherOutletsNewsIsNoSourceOfItsOwn) {
  StoryFixture story;
  story.add("Upper Orvel Voice", kOwn);
  story.add("Valley Radio",
            "Villagers above Orvel spent the night in a chapel, the Upper "
            "Orvel Voice reports. The slope had begun to move, and Marta Lind "
            "told the Upper Orvel Voice that a bus braked just in time.");
  const Origins origins = story.trace();
  EXPECT_EQ(origins.tellings.size(), 2U);
  ASSERT_EQ(origins.sources.size(), 1U);
  EXPECT_EQ(origins.sources[0].kind, SourceKind::kOutlet);
  EXPECT_EQ(origins.sources[0].names,
            std::vector<std::string>{"Upper Orvel Voice"});
}

// It takes three statements in their order, and has much of its own.
TEST(TraceOriginsTest, AReportThatNamesWhomItFollowsIsLinkedToIt) {
  StoryFixture story;
  story.add("Orvel Post", kLead + kMiddle + kTail).published = at(0);
  const std::string follows =
      "A landslide has cut off four villages between Orvel and Sankt Tass, the "
      "Orvel Post reports. Some three hundred cubic metres of rock came down "
      "after a week of rain. Engineers began to clear the slope at noon with "
      "two excavators, according to the Orvel Post. ";
  story.add("Valley Radio", follows + kOwn + kOwnLater).published = at(90);
  const Origins origins = story.trace();
  EXPECT_EQ(of(origins, 1).from, std::optional<ReportIndex>(0));
  EXPECT_TRUE(of(origins, 1).declared);
  EXPECT_FALSE(of(origins, 0).from.has_value());
}

TEST(TraceOriginsTest, EqualTextsAreOneTellingWhateverTheirNumber) {
  StoryFixture story;
  for (int i = 0; i < 12; ++i) {
    story.add("Print " + std::to_string(i), kLead + kMiddle);
  }
  ReuseResult reuse;
  reuse.equal = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}};
  const Origins origins = trace_origins(story.witnesses(), reuse, {});
  EXPECT_EQ(origins.telling_count, (CountRange{1, 1, 1}));
  ASSERT_EQ(origins.derivations.size(), 12U);
  EXPECT_DOUBLE_EQ(of(origins, 11).share, 1.0);
}

// A story beyond the size at which all pairs are compared.
TEST(TraceOriginsTest, ALargeStoryIsTracedThroughSharedRuns) {
  StoryFixture story;
  for (int i = 0; i < 80; ++i) {
    story.add("Print " + std::to_string(i),
              kLead + kMiddle + (i % 2 == 0 ? kTail : std::string()));
  }
  story.add("Upper Orvel Voice", kOwn);
  const Origins origins = story.trace();
  ASSERT_EQ(origins.tellings.size(), 2U);
  EXPECT_EQ(origins.tellings[0].reports.size(), 80U);
  EXPECT_EQ(origins.telling_count, (CountRange{2, 2, 2}));
}

}  // namespace
}  // namespace stemma::origin
