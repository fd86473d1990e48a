#include "engine/user_files.h"

#include <gtest/gtest.h>

namespace stemma::engine {
namespace {

TEST(RejectionsTest, AreReadLineByLine) {
  const auto read = parse_rejections(
      "# what I know better\napart\ta 1\tb\r\n\nnot-from\tb\tc\n", "d.tsv");
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ((*read)[0], (Rejection{RejectionKind::kApart, "a 1", "b"}));
  EXPECT_EQ((*read)[1], (Rejection{RejectionKind::kNotFrom, "b", "c"}));
}

TEST(RejectionsTest, AWrongLineIsNamed) {
  const auto read = parse_rejections("apart\ta\tb\napart a b\n", "d.tsv");
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().where, "d.tsv:2");
}

TEST(RejectionsTest, BecomePositionsInTheStoryThatHasBothReports) {
  Corpus corpus;
  for (const char* id : {"x", "a", "b"}) corpus.reports.push_back({.id = id});
  corpus.rejections = {{RejectionKind::kApart, "b", "a"},
                       {RejectionKind::kNotFrom, "b", "a"},
                       {RejectionKind::kNotFrom, "b", "x"}};
  const Rejections rejected =
      rejections_for(corpus, Story{.id = "s", .reports = {1, 2}});
  EXPECT_EQ(rejected.merges, (std::vector<RejectedPair>{{0, 1}}));
  EXPECT_EQ(rejected.edges, (std::vector<RejectedPair>{{1, 0}}));
}

TEST(OutletsTest, HaveAliasesAndAGroup) {
  const auto read = parse_outlets(
      "outlet\taliases\tgroup\tkind\nOrvel Post\torvelpost.example, Post\t"
      "Valley Media\tdaily\nTass Courier\t\tValley Media\n",
      "o.tsv");
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ((*read)[0].names, (std::vector<std::string>{
                                  "Orvel Post", "orvelpost.example", "Post"}));
  EXPECT_EQ((*read)[1].group, "Valley Media");
  EXPECT_FALSE(parse_outlets("Orvel Post\n", "o.tsv").has_value());
}

}  // namespace
}  // namespace stemma::engine
