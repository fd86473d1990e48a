#include "quote/judge.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "quote/model.h"
#include "quote/reading.h"
#include "text/analyze.h"

namespace stemma::quote {
namespace {

// "Ana Ruiz said on Monday that the bridge is shut ." as items.
class JudgeTest : public ::testing::Test {
 protected:
  void SetUp() override {
    report_.text = "Ana Ruiz said on Monday that the bridge is shut.";
    report_.language = "en";
    analysis_ = text::analyze(report_);
    reading_ = read_clues({&report_, &analysis_, nullptr});
    items_.assign(reading_, {0, 11}, model_of("en")->words);
    ASSERT_EQ(items_.size(), 11U);
  }

  // The path by which `source` and the pieces of content are so.
  static Path path_of(ItemRange source, const std::vector<ItemRange>& pieces) {
    Path path{std::vector<std::uint8_t>(11, RoleChain::kOutside), 100};
    for (std::uint32_t i = source.first; i < source.last; ++i) {
      path.labels[i] = i == source.first ? RoleChain::kSourceBegin
                                         : RoleChain::kSourceInside;
    }
    std::uint8_t begin = RoleChain::kContentBegin;
    for (const ItemRange piece : pieces) {
      for (std::uint32_t i = piece.first; i < piece.last; ++i) {
        path.labels[i] =
            i == piece.first ? begin : std::uint8_t{RoleChain::kContentInside};
      }
      begin = RoleChain::kContentAgain;
    }
    return path;
  }

  Report report_;
  Analysis analysis_;
  Reading reading_;
  Items items_;
};

TEST_F(JudgeTest, ReadsThePartsOfAProposalFromItsPath) {
  const Proposal one =
      proposal_of(items_, {{2, 3}, 1.5F}, path_of({0, 2}, {{3, 5}, {6, 10}}));
  EXPECT_EQ(one.source, (ItemRange{0, 2}));
  EXPECT_EQ(one.content, (ItemRange{3, 10}));
  EXPECT_EQ(one.pieces, 2U);
  EXPECT_EQ(one.tokens, 6U);
  EXPECT_EQ(one.path, 100);
}

TEST_F(JudgeTest, HasNoPartsForAPathWithoutAny) {
  const Proposal none = proposal_of(items_, {{2, 3}, 1.5F}, path_of({}, {}));
  EXPECT_TRUE(none.source.empty());
  EXPECT_TRUE(none.content.empty());
  EXPECT_EQ(none.tokens, 0U);
}

TEST_F(JudgeTest, LooksAtRivalsInItsLastFeaturesOnly) {
  constexpr std::size_t kOfRivals = 9;
  const std::vector<Proposal> all = {
      proposal_of(items_, {{2, 3}, 1.5F}, path_of({0, 2}, {{5, 10}})),
      proposal_of(items_, {{8, 9}, -1.0F}, path_of({6, 8}, {{9, 10}}))};
  std::array<Feature, kJudgeFeatures> alone{};
  judge_features(items_, std::span(all).first(1), 0, alone);
  std::array<Feature, kJudgeFeatures> among{};
  judge_features(items_, all, 0, among);
  EXPECT_EQ(std::count(alone.begin(), alone.end(), 0U), 0);
  EXPECT_TRUE(
      std::equal(alone.begin(), alone.end() - kOfRivals, among.begin()));
  EXPECT_FALSE(std::equal(alone.end() - kOfRivals, alone.end(),
                          among.end() - kOfRivals));
}

// What neighbours share is weighed once: it must weigh the same as if every
// feature of every item were.
TEST_F(JudgeTest, WeighsRolesAsItemByItem) {
  const WeightTable& table = model_of("en")->roles;
  RoleScorer scorer(table);
  scorer.begin(items_);
  const ItemRange cue = {2, 3};
  const auto scores = scorer.score(items_, cue);
  RoleFeatures features;
  features.begin(items_, cue);
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    if (i == 2) continue;
    WeightSum sum(table);
    place_features(items_, i, features.side(i), sum);
    features.of(i, sum);
    EXPECT_EQ(scores[i], sum.scores()) << i;
  }
}

TEST(CueFinder, LeavesUnlikelyCuesOfUnknownWordsToOthers) {
  Report report;
  report.text = "He grolters the vintings.";
  report.language = "en";
  const Analysis analysis = text::analyze(report);
  const Reading reading = read_clues({&report, &analysis, nullptr});
  Items items(reading, {0, 5}, model_of("en")->words);
  CueFinder finder(model_of("en")->cues);
  EXPECT_FALSE(finder.find(items, CueFinder::Care::kWide).empty());
  EXPECT_TRUE(finder.find(items, CueFinder::Care::kUsual).empty());
}

}  // namespace
}  // namespace stemma::quote
