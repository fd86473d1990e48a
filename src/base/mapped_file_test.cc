#include "base/mapped_file.h"

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace stemma {
namespace {

using MappedFileTest = testing::TemporaryFolderTest;

TEST_F(MappedFileTest, GrowsAtTheEndAndIsSeenAsItWas) {
  const std::string file = path("index");
  ASSERT_TRUE(append_to_file(file, 0, "one"));
  const auto before = MappedFile::map(file);
  ASSERT_TRUE(before);
  ASSERT_TRUE(append_to_file(file, 3, " two"));
  EXPECT_EQ(before->bytes(), "one");
  EXPECT_EQ(MappedFile::map(file)->bytes(), "one two");
}

TEST_F(MappedFileTest, IsLeftAloneIfItIsNotAsItWas) {
  const std::string file = path("index");
  ASSERT_TRUE(append_to_file(file, 0, "one"));
  const Status added = append_to_file(file, 2, " two");
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(MappedFile::map(file)->bytes(), "one");
}

TEST_F(MappedFileTest, SaysWhyItCannotBeMapped) {
  EXPECT_EQ(MappedFile::map(path("none")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(MappedFile::map(root_).error().code, ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace stemma
