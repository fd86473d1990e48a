// The objects of docs/output.md. Positions are counted by hand: e with acute
// is two bytes and one code point.
#include "show/objects.h"

#include <gtest/gtest.h>

#include "show/show_fixture.h"

namespace stemma::show {
namespace {

class ObjectsTest : public testing::Test {
 protected:
  Fixture fixture_;
  ReportSet reports_{fixture_.corpus, fixture_.study.story.reports};
  std::string out_;
};

TEST_F(ObjectsTest, StoryGivesTimesOutletsAndCounts) {
  append_story(fixture_.summary(), Counts::kShown, out_);
  EXPECT_EQ(out_,
            "{\"story\":\"00000000000000ff\",\"title\":\"Caf\u00E9 fire\","
            R"("reports":["a","b"],"first":"2031-03-04T08:10Z",)"
            R"("last":"2031-03-04T08:10Z","outlets":1,"count":{"tellings":)"
            R"({"likely":2,"low":1,"high":2},)"
            R"("sources":{"likely":1,"low":1,"high":1}}})");
}

TEST_F(ObjectsTest, StoryWithoutCountsHasNoCount) {
  append_story(fixture_.summary(), Counts::kNotMade, out_);
  EXPECT_EQ(out_.find("count"), std::string::npos);
}

TEST_F(ObjectsTest, PassageIsGivenInCodePoints) {
  Passage passage{.a = 0,
                  .b = 1,
                  .span_a = {0, 12},
                  .span_b = {0, 14},
                  .kind = PassageKind::kEdited,
                  .similarity = 0.75,
                  .quoted = 0.5,
                  .aligned = {{{6, 12}, {8, 14}}}};
  append_passage(reports_, passage, out_);
  EXPECT_EQ(out_, R"({"a":{"id":"a","begin":0,"end":11},)"
                  R"("b":{"id":"b","begin":0,"end":13},)"
                  R"("kind":"edited","similarity":0.75,"quoted":0.5,)"
                  R"("aligned":[[5,11,7,13]]})");
}

TEST_F(ObjectsTest, EqualReportsAndPassedOverPartnersHaveTheirOwnObjects) {
  append_same(reports_, std::vector<ReportIndex>{0, 1}, out_);
  append_partners_cut(reports_, 1, 7, out_);
  EXPECT_EQ(out_, R"({"same":["a","b"]}{"report":"b","partners_cut":7})");
}

TEST_F(ObjectsTest, QuotationGivesSpansAndItsWords) {
  append_quotation(reports_, 1, fixture_.study.quotations[1][0], out_);
  EXPECT_EQ(
      out_,
      R"({"report":"b","form":"indirect","content":[[0,13],[15,22]],)"
      R"("cue":[[24,28]],"source":[[29,37]],"speaker":"Ina Holt",)"
      R"("speaker_by":"name","speaker_reports":["a"],"for":null,)"
      "\"family\":\"q1\",\"wording\":\"indirect\",\"attribution\":\"kept\","
      "\"confidence\":0.875,\"text\":\"A caf\u00E9 burned \u2026 12 fled\"}");
}

TEST_F(ObjectsTest, MatrixGivesRowsLinksQuotationsAndLabels) {
  append_matrix(reports_, fixture_.study, out_);
  EXPECT_EQ(
      out_,
      "{\"story\":\"00000000000000ff\",\"rows\":["
      "{\"statement\":\"Caf\u00E9 burned\",\"base\":\"a\",\"cells\":["
      R"({"report":"a","spans":[[0,11]],"relation":"same","voice":"outlet",)"
      R"("attributed_to":null},{"report":"b","spans":[[0,13]],)"
      R"("relation":"differs","voice":"indirect","attributed_to":"Ina Holt"}],)"
      R"("not_in_text":[],"unknown":[],"support":{"reports":2,"tellings":2,)"
      R"("sources":1,"attributed_to":["Ina Holt"],"unnamed":0,)"
      R"("not_attributed":1},"differences":[)"
      R"({"kind":"conflict","fact":"number","values":[{"report":"a",)"
      R"("span":[13,14],"value":"9"},{"report":"b","span":[15,17],)"
      R"("value":"12"}]}]},{"statement":"Nobody was hurt","base":"a",)"
      R"("cells":[{"report":"a","spans":[[21,36]],"relation":"same",)"
      R"("voice":"outlet","attributed_to":null}],"not_in_text":[],)"
      R"("unknown":[{"report":"b","why":"tail cut","evidence":{"report":"b",)"
      R"("span":[39,42],"value":"NPA"}}],"support":{"reports":1,)"
      R"("tellings":1,"sources":1,"attributed_to":[],"unnamed":0,)"
      R"("not_attributed":1},"differences":[]}],)"
      R"("links":[{"a":{"report":"a","begin":0,"end":11},)"
      R"("b":{"report":"b","begin":0,"end":13},"relation":"differs",)"
      R"("probability":0.875}],"quotes":[{"report":"b","form":"indirect",)"
      R"("content":[[0,13],[15,22]],"cue":[[24,28]],"source":[[29,37]],)"
      "\"speaker\":\"Ina Holt\",\"speaker_by\":\"name\","
      "\"speaker_reports\":[\"a\"],\"for\":null,\"family\":\"q1\","
      "\"wording\":\"indirect\",\"attribution\":\"kept\","
      "\"confidence\":0.875,\"text\":"
      "\"A caf\u00E9 burned \u2026 12 fled\"}],\"labels\":[{\"thing\":1,"
      "\"text\":\"Caf\u00E9\",\"voice\":\"outlet\",\"report\":\"a\","
      "\"spans\":[[0,4]]}]}");
}

TEST_F(ObjectsTest, OriginsGiveCountsGroupsAndEvidence) {
  append_origins(reports_, fixture_.study, out_);
  EXPECT_EQ(out_,
            R"({"story":"00000000000000ff","reports":["a","b"],"count":{)"
            R"("tellings":{"likely":2,"low":1,"high":2},)"
            R"("sources":{"likely":1,"low":1,"high":1},)"
            R"("not_compared":[{"report":"b","why":"cut"}]},"tellings":[)"
            R"({"id":"t1","head":"a","names":[],"reports":["a"]},)"
            R"({"id":"t2","head":null,"names":["NPA"],"reports":["b"]}],)"
            R"("sources":[{"id":"s1","kind":"statement","names":[],)"
            R"("reports":["a","b"]}],"derivations":[{"report":"a","from":null,)"
            R"("share":0,"relation":"no shared text found",)"
            R"("direction":"not established","declared":false,"confidence":0,)"
            R"("evidence":[]},{"report":"b","from":null,"share":0.5,)"
            R"("relation":"rewrite","direction":"not established",)"
            R"("declared":true,"confidence":0.75,"evidence":[)"
            R"({"kind":"declared credit","other":null,"value":0,"text":"NPA",)"
            R"("spans":[[39,42]]}]}],"stemma":{"nodes":[],"edges":[]},)"
            R"("rejected":[]})");
}

}  // namespace
}  // namespace stemma::show
