#include "base/line_reader.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace stemma {
namespace {

struct KeptLine {
  std::string bytes;
  std::uint64_t number = 0;
  std::uint64_t offset = 0;
  bool too_long = false;
  friend bool operator==(const KeptLine&, const KeptLine&) = default;
};

std::vector<KeptLine> read(const std::string& bytes, std::uint64_t limit) {
  auto source = ByteSource::from_bytes(bytes, "test");
  LineReader reader(*source, limit);
  std::vector<KeptLine> lines;
  for (;;) {
    const auto line = reader.next();
    if (!line || !line->has_value()) return lines;
    const Line& found = **line;
    lines.push_back(
        {std::string(found.bytes), found.number, found.offset, found.too_long});
  }
}

// One pass by std::string alone.
std::vector<KeptLine> read_plainly(const std::string& bytes,
                                   std::uint64_t limit) {
  std::vector<KeptLine> lines;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const bool too_long = end - begin > limit;
    lines.push_back({too_long ? "" : bytes.substr(begin, end - begin),
                     lines.size() + 1, begin, too_long});
    begin = end + 1;
  }
  return lines;
}

TEST(LineReaderTest, NumbersAndOffsets) {
  const std::vector<KeptLine> expected = {
      {"one", 1, 0}, {"", 2, 4}, {"three\r", 3, 5}, {"four", 4, 12}};
  EXPECT_EQ(read("one\n\nthree\r\nfour", 100), expected);
  EXPECT_EQ(read("one\n\nthree\r\nfour\n", 100), expected);
  EXPECT_TRUE(read("", 100).empty());
}

TEST(LineReaderTest, AgreesWithThePlainTwin) {
  for (const std::size_t length : {0U, 1U, 9U, 10U, 11U, 300000U, 700000U}) {
    for (const std::uint64_t limit : {10U, 400000U}) {
      const std::string line(length, 'x');
      for (std::string bytes : {"", "a\n", "a\n\n"}) {
        bytes += line;
        for (const char* end : {"", "\n", "b\n"}) {
          bytes += end;
          EXPECT_EQ(read(bytes, limit), read_plainly(bytes, limit))
              << length << " " << limit;
        }
      }
    }
  }
}

}  // namespace
}  // namespace stemma
