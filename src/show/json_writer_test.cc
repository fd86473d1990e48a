#include "show/json_writer.h"

#include <limits>

#include <gtest/gtest.h>

namespace stemma::show {
namespace {

std::string as_json(std::string_view text) {
  std::string out;
  JsonWriter(out).string(text);
  return out;
}

std::string as_json(double value) {
  std::string out;
  JsonWriter(out).number(value);
  return out;
}

TEST(JsonWriterTest, PutsCommasBetweenMembersAndElements) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().key("a").begin_array().integer(1).integer(2);
  json.begin_array().end_array().end_array();
  json.key("b").null().key("c").begin_object().end_object();
  json.key("d").boolean(true).end_object();
  EXPECT_EQ(out, R"({"a":[1,2,[]],"b":null,"c":{},"d":true})");
}

// RFC 8259, section 7: quotation mark, reverse solidus and control characters
// must be escaped, nothing else.
TEST(JsonWriterTest, EscapesWhatTheStandardDemands) {
  EXPECT_EQ(as_json("a\"b\\c/"), R"("a\"b\\c/")");
  EXPECT_EQ(as_json("\b\f\n\r\t"), R"("\b\f\n\r\t")");
  EXPECT_EQ(as_json(std::string_view("\0\x01\x1f\x7f", 4)),
            "\"\\u0000\\u0001\\u001f\x7f\"");
}

TEST(JsonWriterTest, EscapesLineSeparatorsAndKeepsOtherCharacters) {
  EXPECT_EQ(as_json("a\u2028\u2029\u2027\u00E9"),
            "\"a\\u2028\\u2029\u2027\u00E9\"");
}

TEST(JsonWriterTest, WritesNumbersWithFourDecimalsAtMost) {
  EXPECT_EQ(as_json(0.0), "0");
  EXPECT_EQ(as_json(-0.00001), "0");
  EXPECT_EQ(as_json(1.0), "1");
  EXPECT_EQ(as_json(0.82), "0.82");
  EXPECT_EQ(as_json(2.0 / 3), "0.6667");
  EXPECT_EQ(as_json(1500000.0), "1500000");
  EXPECT_EQ(as_json(std::numeric_limits<double>::quiet_NaN()), "null");
  EXPECT_EQ(as_json(std::numeric_limits<double>::infinity()), "null");
}

}  // namespace
}  // namespace stemma::show
