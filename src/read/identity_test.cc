#include "read/identity.h"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace stemma::read {
namespace {

ReadReport record(std::string id, std::string text, std::string outlet = "") {
  return {.report = {.id = std::move(id),
                     .outlet = std::move(outlet),
                     .text = std::move(text)}};
}
ReadReport file(std::string relative, std::string text) {
  return {.report = {.text = std::move(text)}, .relative = std::move(relative)};
}

std::vector<std::string> ids(const std::vector<Report>& reports) {
  std::vector<std::string> all;
  all.reserve(reports.size());
  for (const Report& report : reports) all.push_back(report.id);
  return all;
}

TEST(IdentityTest, FilesHaveTheirNames) {
  EXPECT_EQ(ids(identify({file("a/one.txt", "x"), file("two.v2.txt.gz", "y"),
                          file("three", "z"), file(".rc", "w")})),
            (std::vector<std::string>{".rc", "one", "three", "two.v2"}));
}

TEST(IdentityTest, FilesOfOneNameHaveTheirPaths) {
  EXPECT_EQ(ids(identify({file("a/one.txt", "x"), file("b/one.txt", "x"),
                          file("two.txt", "x")})),
            (std::vector<std::string>{"a/one.txt", "b/one.txt", "two"}));
}

TEST(IdentityTest, RecordWithoutIdHasAHashOfItsContent) {
  const auto reports = identify({record("", "one"), record("", "two"),
                                 record("", "one", "Harbour Times")});
  ASSERT_EQ(reports.size(), 3U);
  std::set<std::string> distinct;
  for (const Report& report : reports) {
    EXPECT_EQ(report.id.size(), 16U);
    EXPECT_EQ(report.id.find_first_not_of("0123456789abcdef"),
              std::string::npos);
    distinct.insert(report.id);
  }
  EXPECT_EQ(distinct.size(), 3U);
}

TEST(IdentityTest, EqualReportsAreOne) {
  EXPECT_EQ(identify({record("a", "x"), record("a", "x")}).size(), 1U);
  EXPECT_EQ(identify({record("", "x"), record("", "x")}).size(), 1U);
  EXPECT_EQ(identify({record("a", "x"), record("b", "x")}).size(), 2U);
}

TEST(IdentityTest, OneIdOfDifferentReportsIsNobodys) {
  const auto reports = identify(
      {record("a", "x"), record("a", "y"), record("a", "x"), record("b", "z")});
  ASSERT_EQ(reports.size(), 3U);
  EXPECT_EQ(reports[2].id, "b");
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_TRUE(reports[i].id.starts_with("a~")) << reports[i].id;
    EXPECT_EQ(reports[i].id.size(), 10U);
  }
  EXPECT_NE(reports[0].id, reports[1].id);
}

TEST(IdentityTest, MadeIdsDoNotClashWithGivenOnes) {
  const auto first = identify({record("a", "x"), record("a", "y")});
  const auto again =
      identify({record("a", "x"), record("a", "y"), record(first[0].id, "z")});
  const auto all = ids(again);
  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), 3U);
}

TEST(IdentityTest, OrderIsPublishedOutletIdUndatedLast) {
  const auto dated = [](std::string id, std::int64_t seconds,
                        std::string outlet) {
    ReadReport read = record(std::move(id), "x", std::move(outlet));
    read.report.published = {seconds, TimePrecision::kSecond,
                             TimeOrigin::kField};
    return read;
  };
  std::vector<ReadReport> reports = {record("u", "x"), dated("c", 9, "A"),
                                     dated("b", 5, "B"), dated("d", 5, "A"),
                                     dated("a", 5, "B")};
  const std::vector<std::string> expected = {"d", "a", "b", "c", "u"};
  EXPECT_EQ(ids(identify(reports)), expected);
  std::reverse(reports.begin(), reports.end());
  EXPECT_EQ(ids(identify(reports)), expected);
}

}  // namespace
}  // namespace stemma::read
