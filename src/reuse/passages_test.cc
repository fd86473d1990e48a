// What is found in two texts: where passages begin and end, and what is said of
// them.
#include <string>

#include <gtest/gtest.h>

#include "reuse/test_reports.h"

namespace stemma::reuse {
namespace {

TEST(PassagesTest, FindsAVerbatimSentenceBetweenOtherText) {
  Reports reports;
  reports.add("a", std::string("a mild evening in town. ") + kFire);
  reports.add("b", std::string(kFire) + " " + kOther);
  const ReuseResult result = reports.find();
  ASSERT_EQ(result.passages.size(), 1U);
  const Passage& passage = result.passages[0];
  EXPECT_EQ(reports.text(0, passage.span_a), kFire);
  EXPECT_EQ(reports.text(1, passage.span_b), kFire);
  EXPECT_EQ(passage.kind, PassageKind::kVerbatim);
  EXPECT_DOUBLE_EQ(passage.similarity, 1.0);
}

// A sentence printed word for word between two tellings of one event: what
// these share by chance neither widens it nor is a passage by itself.
TEST(PassagesTest, FindsWhatIsVerbatimBesideWordsSharedByChance) {
  const std::string chance_a =
      "harbour crews fought flames near warehouse nine until sunrise came. "
      "nobody knew why cargo burned. ";
  const std::string chance_b =
      "flames near harbour warehouse nine kept families awake. fishing crews "
      "asked why officials waited until sunrise. ";
  const std::string printed =
      "voters chose seventeen councillors yesterday while rain kept turnout "
      "below every forecast made during spring and three polling halls on "
      "outer islands opened late because morning mail boats stayed moored.";
  Reports reports;
  reports.add("a", chance_a + printed);
  reports.add("b", chance_b + printed);
  reports.add("c", chance_a);
  const ReuseResult result = reports.find();
  ASSERT_FALSE(result.passages.empty());
  const Passage& passage = result.passages[0];
  EXPECT_EQ(passage.kind, PassageKind::kVerbatim);
  EXPECT_EQ(reports.text(passage.a, passage.span_a), printed);
  EXPECT_EQ(reports.text(passage.b, passage.span_b), printed);
  for (const Passage& other : result.passages) {
    EXPECT_FALSE(other.a == 1 && other.b == 2);
  }
}

TEST(PassagesTest, FindsWordsInAnotherOrder) {
  Reports reports;
  reports.add("a", kFire);
  reports.add("b",
              "when burning cargo drifted near warehouse nine towards moored "
              "fishing boats both ferry piers were closed after midnight by "
              "the Lunholm harbour master.");
  const ReuseResult result = reports.find();
  ASSERT_EQ(result.passages.size(), 1U);
  EXPECT_EQ(result.passages[0].kind, PassageKind::kParaphrase);
}

TEST(PassagesTest, FindsPiecesInAnotherOrder) {
  Reports reports;
  reports.add("a", std::string(kFire) + " " + told_by(1, kOther));
  reports.add("b", std::string(kOther) + " " + told_by(2, kFire));
  const ReuseResult result = reports.find();
  ASSERT_EQ(result.passages.size(), 2U);
  EXPECT_EQ(reports.text(0, result.passages[0].span_a), kFire);
  EXPECT_EQ(reports.text(1, result.passages[0].span_b), kFire);
  EXPECT_EQ(reports.text(0, result.passages[1].span_a), kOther);
  EXPECT_EQ(reports.text(1, result.passages[1].span_b), kOther);
}

TEST(PassagesTest, OtherTextsShareNothing) {
  Reports reports;
  reports.add("a", kFire);
  reports.add("b", kOther);
  EXPECT_TRUE(reports.find().passages.empty());
}

TEST(PassagesTest, PassagesShorterThanAskedForAreNotReported) {
  Reports reports;
  reports.add("a", kFire);
  reports.add("b", std::string(kFire) + " " + kOther);
  ReuseOptions options;
  options.min_words = 22;  // the sentence has 22
  EXPECT_EQ(reports.find(options).passages.size(), 1U);
  options.min_words = 23;
  EXPECT_TRUE(reports.find(options).passages.empty());
}

TEST(PassagesTest, TellsHowMuchOfAPassageIsQuoted) {
  Reports reports;
  const std::string said = "\"" + std::string(kFire) + "\"";
  reports.add("a", said + " one.");
  reports.add("b", said + " two.");
  const ReuseResult result = reports.find();
  ASSERT_EQ(result.passages.size(), 1U);
  EXPECT_DOUBLE_EQ(result.passages[0].quoted, 1.0);
  Reports plain;
  plain.add("a", std::string(kFire) + " one.");
  plain.add("b", std::string(kFire) + " two.");
  EXPECT_DOUBLE_EQ(plain.find().passages.at(0).quoted, 0.0);
}

TEST(PassagesTest, ShowsTheWordsThatBothSidesHave) {
  Reports reports;
  reports.add("a", kFire);
  std::string edited = kFire;
  edited.replace(edited.find("burning"), 7, "smoking");
  reports.add("b", edited);
  const ReuseResult result = reports.find();
  ASSERT_EQ(result.passages.size(), 1U);
  const std::vector<AlignedRun>& runs = result.passages[0].aligned;
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(reports.text(0, runs[0].a),
            "the harbour master of Lunholm closed both ferry piers after "
            "midnight when");
  EXPECT_EQ(reports.text(1, runs[0].b), reports.text(0, runs[0].a));
  EXPECT_EQ(reports.text(0, runs[1].a),
            "cargo drifted towards moored fishing boats near warehouse nine");
  EXPECT_EQ(reports.text(1, runs[1].b), reports.text(0, runs[1].a));
}

}  // namespace
}  // namespace stemma::reuse
