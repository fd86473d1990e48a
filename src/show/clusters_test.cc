#include "show/clusters.h"

#include <gtest/gtest.h>

#include "show/json_fields.h"
#include "show/show_fixture.h"

namespace stemma::show {
namespace {

class ClustersTest : public testing::Test {
 protected:
  ClustersTest() {
    const std::string& a = fixture_.corpus.reports[0].text;
    const std::string& b = fixture_.corpus.reports[1].text;
    cluster_.members = {{0, span_of(a, "Caf\u00E9 burned"), std::nullopt},
                        {1, span_of(b, "caf\u00E9 burned"), 0}};
    cluster_.reports = 2;
  }
  std::string member(std::size_t number) const {
    std::string out;
    append_member(reports_, {cluster_, 3}, number, out);
    return out;
  }

  Fixture fixture_;
  ReportSet reports_{fixture_.corpus, fixture_.study.story.reports};
  Cluster cluster_;
};

// uid: XXH64 of "a" and "b" with the seed 42, asked of libxxhash.
TEST_F(ClustersTest, MembersHaveTheFieldsOfPassim) {
  EXPECT_EQ(member(0),
            R"({"uid":-8582455328737087284,"cluster":3,"size":2,"id":"a",)"
            R"("series":"Lantern","date":"2031-03-04T08:10Z","begin":0,)"
            R"("end":11,"src":[],)"
            "\"title\":\"Caf\u00E9 fire\",\"text\":\"Caf\u00E9 burned\"}");
  EXPECT_EQ(
      member(1),
      R"({"uid":-6391946315847899181,"cluster":3,"size":2,"id":"b",)"
      R"("series":"","begin":2,"end":13,"src":[{"uid":-8582455328737087284,)"
      "\"id\":\"a\",\"begin\":0,\"end\":11}],"
      "\"text\":\"caf\u00E9 burned\"}");
}

TEST_F(ClustersTest, UnknownFieldsPassThroughButForTakenNames) {
  fixture_.corpus.reports[1].extra =
      R"({"page":"3","src":[{"uid":1}],"notes":{"a":[1,"}\""]},"size":9})";
  const std::string out = member(1);
  EXPECT_TRUE(out.ends_with(R"(,"page":"3","notes":{"a":[1,"}\""]}})")) << out;
}

TEST_F(ClustersTest, ADateThatCannotBeReadPassesThrough) {
  fixture_.corpus.reports[1].extra = R"({"date":"1838-??-01"})";
  EXPECT_TRUE(member(1).ends_with(R"(,"date":"1838-??-01"})")) << member(1);
}

TEST_F(ClustersTest, TextShowsTheWordingAndEveryPlace) {
  EXPECT_EQ(cluster_text(reports_, {cluster_, 1}, {60, Colour::kNever}),
            "cluster 1, 2 reports\n"
            "    Caf\u00E9 burned\n"
            "  a, 0-11 (Lantern) 2031-03-04T08:10Z\n"
            "  b, 2-13\n"
            "\n");
}

TEST_F(ClustersTest, TableHasOneRecordAMember) {
  std::string out = cluster_columns();
  append_member_record(reports_, {cluster_, 1}, 1, out);
  EXPECT_EQ(out,
            "cluster,size,id,series,date,begin,end,src,text\r\n"
            "1,2,b,,,2,13,a,caf\u00E9 burned\r\n");
}

TEST(WrittenFieldsTest, CutsAnObjectAtItsOwnCommas) {
  EXPECT_TRUE(written_fields("").empty());
  EXPECT_TRUE(written_fields("{}").empty());
  const auto fields = written_fields(R"({"a,\"b":[{"c":1},2],"d":"},"})");
  ASSERT_EQ(fields.size(), 2U);
  EXPECT_EQ(fields[0].key, R"("a,\"b")");
  EXPECT_EQ(fields[0].value, R"([{"c":1},2])");
  EXPECT_EQ(fields[1].key, R"("d")");
  EXPECT_EQ(fields[1].value, R"("},")");
}

}  // namespace
}  // namespace stemma::show
