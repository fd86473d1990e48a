#include "show/csv.h"

#include <vector>

#include <gtest/gtest.h>

namespace stemma::show {
namespace {

std::string record(const std::vector<std::string>& cells) {
  std::string out;
  append_csv(cells, out);
  return out;
}

// RFC 4180, section 2, rules 5 to 7.
TEST(CsvTest, QuotesWhatTheStandardSays) {
  EXPECT_EQ(record({"aaa", "b \r\nbb", "c,c", "d\"d", ""}),
            "aaa,\"b \r\nbb\",\"c,c\",\"d\"\"d\",\r\n");
}

TEST(CsvTest, KeepsSpreadsheetsFromRunningFormulas) {
  EXPECT_EQ(record({"=1+1", "+1", "-1", "@a", "a=1"}),
            "'=1+1,'+1,'-1,'@a,a=1\r\n");
  EXPECT_EQ(record({"=cmd|' /C calc'!\"A1\""}),
            "\"'=cmd|' /C calc'!\"\"A1\"\"\"\r\n");
}

}  // namespace
}  // namespace stemma::show
