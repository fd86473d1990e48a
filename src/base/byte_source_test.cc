#include "base/byte_source.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

namespace stemma {
namespace {

constexpr std::uint64_t kNoLimit = std::uint64_t{1} << 32U;

std::string gzip(const std::string& text) {
  z_stream stream = {};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + 16, 8,
               Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()) + 32, '\0');
  std::string bytes = text;
  stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(
      ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 1));
  return packed;
}

Result<std::string> read(std::string bytes) {
  auto source = ByteSource::from_bytes(std::move(bytes), "test");
  if (!source) return fail(source.error());
  return source->read_all(kNoLimit);
}

// Long enough to need several blocks, with little to gain from packing.
std::string long_text() {
  std::string text;
  for (std::uint32_t i = 0; i < 200000; ++i) {
    text += static_cast<char>('a' + (i * i / 7) % 26);
  }
  return text;
}

TEST(ByteSourceTest, PlainBytesComeAsTheyAre) {
  for (const std::string& text :
       {std::string(), std::string("a"), std::string("\x1F"),
        std::string("a\0b", 3), long_text()}) {
    EXPECT_EQ(read(text), text);
  }
}

TEST(ByteSourceTest, PackedBytesAreUnpacked) {
  for (const std::string& text :
       {std::string(), std::string("one line\n"), long_text()}) {
    EXPECT_EQ(read(gzip(text)), text);
    EXPECT_EQ(read(zstd(text)), text);
  }
}

TEST(ByteSourceTest, AllMembersAndFramesAreRead) {
  EXPECT_EQ(read(gzip("one ") + gzip("") + gzip("two")), "one two");
  EXPECT_EQ(read(gzip("one") + std::string(512, '\0')), "one");
  EXPECT_EQ(read(zstd("one ") + zstd("") + zstd("two")), "one two");
}

TEST(ByteSourceTest, DamagedOrCutBytesAreAnError) {
  for (const std::string& packed : {gzip(long_text()), zstd(long_text())}) {
    const auto cut = read(packed.substr(0, packed.size() / 2));
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().code, ErrorCode::kMalformed);
    EXPECT_EQ(cut.error().where, "test");
  }
  std::string damaged = gzip(long_text());
  for (std::size_t i = 40; i < 80; ++i) damaged[i] = '\xFF';
  EXPECT_FALSE(read(damaged));
}

TEST(ByteSourceTest, PeekTakesNothing) {
  auto source = ByteSource::from_bytes("abcdef", "test");
  ASSERT_TRUE(source);
  EXPECT_EQ(*source->peek(3), "abc");
  EXPECT_EQ(*source->peek(100), "abcdef");
  EXPECT_EQ(*source->peek(2), "ab");
  EXPECT_EQ(*source->read_all(kNoLimit), "abcdef");
}

TEST(ByteSourceTest, LimitIsKept) {
  auto source = ByteSource::from_bytes(std::string(1000, 'x'), "test");
  const auto over = source->read_all(999);
  ASSERT_FALSE(over);
  EXPECT_EQ(over.error().code, ErrorCode::kResourceExhausted);
  auto again = ByteSource::from_bytes(std::string(1000, 'x'), "test");
  EXPECT_EQ(again->read_all(1000)->size(), 1000U);
}

TEST(ByteSourceTest, MissingFileAndDirectoryAreErrors) {
  const auto missing = ByteSource::from_path("/nowhere/at/all");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(missing.error().where, "/nowhere/at/all");
  const auto directory = ByteSource::from_path("/");
  ASSERT_FALSE(directory);
  EXPECT_EQ(directory.error().code, ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace stemma
