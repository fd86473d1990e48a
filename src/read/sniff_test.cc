#include "read/sniff.h"

#include <string>

#include <gtest/gtest.h>

namespace stemma::read {
namespace {

TEST(SniffTest, JsonLines) {
  for (const char* head :
       {"{\"id\":1,\"text\":\"t\"}", "{}\n{}\n", "\xEF\xBB\xBF{ \"id\":1}\n",
        "\n\n  {\"id\":1}\n{\"id\":2}\n", "{\"id\":1, \"text\":\"never closed",
        "{\"id\":1, \"te\n{\"id\":2}\n{\"id\":3}\n",
        "damaged line\n{\"id\":2}\n{\"id\":3}\n"}) {
    EXPECT_EQ(sniff(head, "x"), Format::kJsonLines) << head;
  }
  EXPECT_EQ(sniff("damaged\n", "x.jsonl"), Format::kJsonLines);
  EXPECT_EQ(sniff("damaged\n", "x.ndjson.gz"), Format::kJsonLines);
  EXPECT_EQ(sniff("", "x.jsonl"), Format::kJsonLines);
}

TEST(SniffTest, JsonDocuments) {
  for (const char* head :
       {"[{\"id\":1}]", "[\n  {\n    \"id\": 1\n  }\n]", "[]",
        "{\n  \"id\": 1,\n  \"text\": \"t\"\n}\n", "{ \"id\": 1,\n\"a\":2}"}) {
    EXPECT_EQ(sniff(head, "x"), Format::kJsonDocument) << head;
  }
}

TEST(SniffTest, PlainText) {
  for (const char* head :
       {"", "The bridge is shut.", "[Photo] The bridge is shut.",
        "{curly} words", "\xFF\xFEO\0k",
        "Caf\xE9 \xE0 la carte, ferm\xE9 lundi", "a\x01 b"}) {
    EXPECT_EQ(sniff(head, "x.txt"), Format::kPlainText) << head;
  }
}

TEST(SniffTest, BytesThatAreNoText) {
  using namespace std::string_view_literals;
  for (const std::string_view head :
       {"\x89PNG\r\n\x1A\n"sv, "%PDF-1.7"sv, "PK\x03\x04"sv,
        "\x00\x01\x02\x03\x80\x81zz"sv}) {
    EXPECT_EQ(sniff(head, "x"), Format::kBinary);
  }
}

}  // namespace
}  // namespace stemma::read
