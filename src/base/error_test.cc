#include "stemma/error.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

TEST(ErrorTest, SaysWhereWhatWasFoundWhatWasExpectedAndWhatToDo) {
  const Error error{.code = ErrorCode::kMalformed,
                    .where = "news.jsonl:7",
                    .found = "no closing brace",
                    .expected = "one JSON object a line",
                    .advice = "mend or remove the line"};
  EXPECT_EQ(error.to_string(),
            "news.jsonl:7: no closing brace, expected one JSON object a line; "
            "mend or remove the line");
}

TEST(ErrorTest, PassesOverEmptyParts) {
  EXPECT_EQ((Error{.code = ErrorCode::kNotFound, .where = "a.txt"}).to_string(),
            "a.txt");
  EXPECT_EQ((Error{.code = ErrorCode::kInternal, .found = "x"}).to_string(),
            "internal: x");
}

TEST(ResultTest, HoldsAValueOrAnError) {
  const Result<int> good = 7;
  const Result<int> bad = fail({.code = ErrorCode::kNotFound});
  EXPECT_EQ(good.value(), 7);
  ASSERT_FALSE(bad.has_value());
  EXPECT_EQ(bad.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace stemma
