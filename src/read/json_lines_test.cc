#include "read/json_lines.h"

#include <string>

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace stemma::read {
namespace {

constexpr std::int64_t kNovember7 = 1699315200;  // date -u -d 2023-11-07 +%s

Result<Report> read(std::string_view line, std::string group_by = "") {
  RecordReader reader({std::move(group_by)});
  return reader.read_line(line);
}

TEST(JsonLinesTest, FieldsOfARecord) {
  const auto report = read(
      R"({"id":"a1","outlet":"Harbour Times","group":"Quay Media",)"
      R"("url":"https://example.com/1","title":"Bridge","text":"It is shut.",)"
      R"("published":"2023-11-07","lang":"en-GB","byline":"Ana Ruiz"})");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->id, "a1");
  EXPECT_EQ(report->outlet, "Harbour Times");
  EXPECT_EQ(report->group, "Quay Media");
  EXPECT_EQ(report->url, "https://example.com/1");
  EXPECT_EQ(report->title, "Bridge");
  EXPECT_EQ(report->text, "It is shut.");
  EXPECT_EQ(report->language, "en");
  EXPECT_EQ(report->byline, "Ana Ruiz");
  EXPECT_EQ(report->published.seconds, kNovember7);
  EXPECT_EQ(report->published.precision, TimePrecision::kDay);
  EXPECT_EQ(report->published.origin, TimeOrigin::kField);
  EXPECT_TRUE(report->extra.empty());
  EXPECT_TRUE(report->remarks.empty());
}

TEST(JsonLinesTest, AliasesCountWhereTheNameItselfGivesNothing) {
  const auto by_alias = read(
      R"({"series":"S","date":"2023-11-07","maintext":"T","authors":["A","B"]})");
  ASSERT_TRUE(by_alias);
  EXPECT_EQ(by_alias->outlet, "S");
  EXPECT_EQ(by_alias->text, "T");
  EXPECT_EQ(by_alias->byline, "A, B");
  EXPECT_EQ(by_alias->published.seconds, kNovember7);
  const auto both =
      read(R"({"source_domain":"d.example","outlet":null,"series":"",)"
           R"("maintext":"alias","text":"name"})");
  ASSERT_TRUE(both);
  EXPECT_EQ(both->outlet, "d.example");
  EXPECT_EQ(both->text, "name");
  EXPECT_EQ(both->extra, R"({"series":"","maintext":"alias"})");
}

TEST(JsonLinesTest, ValuesOfOtherTypesMeanWhatTheyCan) {
  const auto report = read(
      R"({"id":12,"text":["One.","Two."],"outlet":{"name":"H"},)"
      R"("title":null,"url":false,"published":1699315200,"lang":"English"})");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->id, "12");
  EXPECT_EQ(report->text, "One.\n\nTwo.");
  EXPECT_EQ(report->outlet, "H");
  EXPECT_EQ(report->published.seconds, kNovember7);
  EXPECT_EQ(report->published.precision, TimePrecision::kSecond);
  EXPECT_EQ(report->language, "");
  EXPECT_EQ(report->extra, R"({"url":false,"lang":"English"})");
}

TEST(JsonLinesTest, CreditIsAStringOrAList) {
  EXPECT_EQ(read(R"({"text":"t","credit":"AP"})")->credits,
            (std::vector<Credit>{{.name = "AP"}}));
  EXPECT_EQ(read(R"({"text":"t","credit":["AP"," dpa "]})")->credits,
            (std::vector<Credit>{{.name = "AP"}, {.name = "dpa"}}));
}

TEST(JsonLinesTest, UnknownFieldsAreKeptAsTheyCame) {
  const auto report = read(
      R"({"views":3,"text":"t","a\"b":{"c":[1,2.5,null,"\u00e9"]},"story":"s"})");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->extra,
            "{\"views\":3,\"a\\\"b\":{\"c\":[1,2.5,null,\"\xC3\xA9\"]},"
            "\"story\":\"s\"}");
  EXPECT_TRUE(read(report->extra.substr(0, report->extra.size() - 1) +
                   R"(,"text":"t"})"));
}

TEST(JsonLinesTest, GroupingIsCopiedNumbersToo) {
  EXPECT_EQ(read(R"({"text":"t","event":7})", "event")->story, "7");
  EXPECT_EQ(read(R"({"text":"t","story":"s"})", "story")->story, "s");
  EXPECT_EQ(read(R"({"text":"t","story":"s"})")->story, "");
  EXPECT_EQ(read(R"({"text":"t"})", "story")->story, "");
}

TEST(JsonLinesTest, ATimeThatMeansNothingIsKeptAndLeavesTheReportUndated) {
  const auto report = read(R"({"text":"t","published":"soon"})");
  ASSERT_TRUE(report);
  EXPECT_FALSE(report->published.known());
  EXPECT_EQ(report->extra, R"({"published":"soon"})");
}

TEST(JsonLinesTest, RecordWithoutTextIsAnError) {
  for (const char* line :
       {R"({"id":"a"})", R"({"text":""})", R"({"text":" \n "})",
        R"({"text":null})", R"({"text":5})", R"({"text":[]})"}) {
    const auto report = read(line);
    ASSERT_FALSE(report) << line;
    EXPECT_EQ(report.error().code, ErrorCode::kMalformed);
    EXPECT_EQ(report.error().found, "a record without text");
  }
}

TEST(JsonLinesTest, WhatIsNoRecordIsAnError) {
  for (const char* line : {"", "plain words", "{\"text\":\"t\"", "[1,2]", "7",
                           "{\"text\":\"t\"} {\"text\":\"u\"}"}) {
    EXPECT_FALSE(read(line)) << line;
  }
  EXPECT_FALSE(read(std::string(100000, '[')));
}

TEST(JsonLinesTest, InvalidUtf8IsReplaced) {
  const auto report = read("{\"text\":\"caf\xE9 open\"}");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text, "caf\xEF\xBF\xBD open");
  EXPECT_EQ(report->remarks,
            (std::vector<Remark>{{12, "invalid UTF-8 replaced"}}));
}

TEST(JsonLinesTest, LoneSurrogatesAreReplacedAndPairsKept) {
  for (const char* escape : {"\\uD800", "\\udc00", "\\uD800\\u0041"}) {
    const auto report = read("{\"text\":\"a" + std::string(escape) + "\"}");
    ASSERT_TRUE(report) << escape;
    EXPECT_TRUE(report->text.starts_with("a\xEF\xBF\xBD")) << escape;
    EXPECT_EQ(report->remarks,
              (std::vector<Remark>{{10, "lone surrogate replaced"}}));
  }
  const auto pair = read(R"({"text":"\uD83D\uDE00 \\uD800"})");
  ASSERT_TRUE(pair);
  EXPECT_EQ(pair->text, "\xF0\x9F\x98\x80 \\uD800");
  EXPECT_TRUE(pair->remarks.empty());
}

TEST(JsonLinesTest, ControlBytesAreReplacedAndBreaksKept) {
  const auto raw = read(std::string("{\"text\":\"a\0b\tc\n\"}", 17));
  ASSERT_TRUE(raw);
  EXPECT_EQ(raw->text,
            "a\xEF\xBF\xBD"
            "b\tc\n");
  EXPECT_EQ(raw->remarks, (std::vector<Remark>{{10, "control byte replaced"}}));
  const auto escaped = read(R"({"text":"a\u0000b\bc\nd"})");
  ASSERT_TRUE(escaped);
  EXPECT_EQ(escaped->text,
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD"
            "c\nd");
  EXPECT_EQ(escaped->remarks.size(), 2U);
}

TEST(JsonLinesTest, RemarksAreLimited) {
  const auto report =
      read("{\"text\":\"" + std::string(100000, '\x01') + "\"}");
  ASSERT_TRUE(report);
  EXPECT_LT(report->remarks.size(), 100U);
}

TEST(JsonLinesTest, DocumentOfRecords) {
  RecordReader reader({});
  const auto array =
      reader.read_document(R"([{"text":"one"}, {"id":"x"}, {"text":"two"}])");
  ASSERT_EQ(array.reports.size(), 2U);
  EXPECT_EQ(array.reports[1].text, "two");
  ASSERT_EQ(array.errors.size(), 1U);
  EXPECT_EQ(array.errors[0].where, "record 2");
  EXPECT_EQ(reader.read_document("{\n \"text\": \"one\"\n}").reports.size(),
            1U);
  EXPECT_EQ(reader.read_document("[{]").errors.size(), 1U);
}

}  // namespace
}  // namespace stemma::read
