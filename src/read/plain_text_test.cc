#include "read/plain_text.h"

#include <string>

#include <gtest/gtest.h>

namespace stemma::read {
namespace {

TEST(PlainTextTest, TextIsTheWholeFile) {
  const std::string bytes = " date 2023-11-07 One.\r\n\r\nTwo.\r\n";
  const auto report = read_plain_text(bytes);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text, bytes);
  EXPECT_TRUE(report->remarks.empty());
}

TEST(PlainTextTest, ByteOrderMarkIsNoText) {
  const auto report = read_plain_text("\xEF\xBB\xBFOne\xFF.");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text, "One\xEF\xBF\xBD.");
  EXPECT_EQ(report->remarks,
            (std::vector<Remark>{{0, "byte order mark passed over"},
                                 {6, "invalid UTF-8 replaced"}}));
}

TEST(PlainTextTest, Utf16IsConverted) {
  using namespace std::string_view_literals;
  const auto little = read_plain_text("\xFF\xFEO\0k\0=\xD8\0\xDE"sv);
  ASSERT_TRUE(little);
  EXPECT_EQ(little->text, "Ok\xF0\x9F\x98\x80");
  const auto big = read_plain_text("\xFE\xFF\0O\0k\xD8\x3D"sv);
  ASSERT_TRUE(big);
  EXPECT_EQ(big->text, "Ok\xEF\xBF\xBD");
}

TEST(PlainTextTest, NulAndControlBytesAreReplacedOneForOne) {
  using namespace std::string_view_literals;
  const auto report = read_plain_text(
      "a\0b\x07"
      "c\td\n"sv);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text,
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD"
            "c\td\n");
  EXPECT_EQ(report->remarks,
            (std::vector<Remark>{{1, "control byte replaced"},
                                 {3, "control byte replaced"}}));
}

TEST(PlainTextTest, RemarksPointIntoTheFile) {
  using namespace std::string_view_literals;
  const auto report = read_plain_text("\xFF\xFD\x01\xFF\x02"sv);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->remarks,
            (std::vector<Remark>{{0, "invalid UTF-8 replaced"},
                                 {1, "invalid UTF-8 replaced"},
                                 {2, "control byte replaced"},
                                 {3, "invalid UTF-8 replaced"},
                                 {4, "control byte replaced"}}));
}

TEST(PlainTextTest, NothingButWhiteSpaceIsAnError) {
  for (const char* bytes : {"", " \r\n\t", "\xEF\xBB\xBF\n"}) {
    const auto report = read_plain_text(bytes);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::kMalformed);
  }
}

}  // namespace
}  // namespace stemma::read
