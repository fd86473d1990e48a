#include "read/decisions.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace stemma::read {
namespace {

TEST(DecisionsTest, AreMergesAndSplitsOfReports) {
  const auto decisions = parse_decisions(
      "{\"merge\":[\"a\",\"b\",\"c\"]}\n\n  {\"split\":[\"a\",\"d\\t\"]}\r\n");
  ASSERT_TRUE(decisions);
  ASSERT_EQ(decisions->size(), 2U);
  EXPECT_EQ((*decisions)[0].kind, DecisionKind::kMerge);
  EXPECT_EQ((*decisions)[0].reports, (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ((*decisions)[1].kind, DecisionKind::kSplit);
  EXPECT_EQ((*decisions)[1].reports, (std::vector<std::string>{"a", "d\t"}));
  EXPECT_TRUE(parse_decisions("")->empty());
}

TEST(DecisionsTest, WhatIsWrittenCanBeRead) {
  const StoryDecision decision{DecisionKind::kSplit, {"a\"b\\", "c\td"}};
  const auto decisions = parse_decisions(decision_line(decision));
  ASSERT_TRUE(decisions);
  ASSERT_EQ(decisions->size(), 1U);
  EXPECT_EQ((*decisions)[0].kind, decision.kind);
  EXPECT_EQ((*decisions)[0].reports, decision.reports);
}

TEST(DecisionsTest, AnyOtherLineIsNamed) {
  for (const char* line :
       {"merge a b", "{}", "{\"merge\":[\"a\"]}", "{\"merge\":[1,2]}",
        "{\"join\":[\"a\",\"b\"]}", "[\"a\",\"b\"]", "{\"merge\":\"a\"}",
        R"({"merge":["a","b"],"split":["a","b"]})"}) {
    const auto decisions = parse_decisions(std::string("\n") + line);
    ASSERT_FALSE(decisions) << line;
    EXPECT_EQ(decisions.error().where, "line 2");
  }
}

}  // namespace
}  // namespace stemma::read
