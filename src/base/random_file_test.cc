#include "base/random_file.h"

#include <string>

#include <gtest/gtest.h>

#include "base/files.h"
#include "support/temporary_folder.h"

namespace stemma {
namespace {

class RandomFileTest : public testing::TemporaryFolderTest {};

TEST_F(RandomFileTest, ReadsAtAnyPlace) {
  ASSERT_TRUE(write_file(path("a"), "0123456789"));
  const auto file = RandomFile::from_path(path("a"));
  ASSERT_TRUE(file);
  std::string bytes;
  ASSERT_TRUE(file->read_at(7, 3, bytes));
  EXPECT_EQ(bytes, "789");
  ASSERT_TRUE(file->read_at(0, 2, bytes));
  EXPECT_EQ(bytes, "01");
}

TEST_F(RandomFileTest, WhatIsNotThereIsAnError) {
  EXPECT_EQ(RandomFile::from_path(path("none")).error().code,
            ErrorCode::kNotFound);
  ASSERT_TRUE(write_file(path("a"), "0123"));
  std::string bytes;
  const auto file = RandomFile::from_path(path("a"));
  EXPECT_EQ(file->read_at(2, 3, bytes).error().code, ErrorCode::kDataLoss);
}

TEST_F(RandomFileTest, ATemporaryFileGivesBackWhatWasPutIn) {
  auto file = RandomFile::temporary();
  ASSERT_TRUE(file);
  EXPECT_EQ(*file->append("first"), 0U);
  EXPECT_EQ(*file->append("second"), 5U);
  std::string bytes;
  ASSERT_TRUE(file->read_at(5, 6, bytes));
  EXPECT_EQ(bytes, "second");
}

}  // namespace
}  // namespace stemma
