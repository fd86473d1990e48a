#include "base/files.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/temporary_folder.h"

namespace stemma {
namespace {

namespace fs = std::filesystem;

class FilesTest : public testing::TemporaryFolderTest {
 protected:
  void put(const std::string& name, const std::string& bytes) const {
    fs::create_directories(fs::path(path(name)).parent_path());
    ASSERT_TRUE(write_file(path(name), bytes));
  }
  std::vector<std::string> listed() const {
    std::vector<std::string> names;
    const auto listing = list_files(root_);
    for (const FoundFile& file : listing->files) {
      names.push_back(file.relative);
    }
    return names;
  }
  std::size_t entries() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(root_), {}));
  }
};

TEST_F(FilesTest, DirectoriesAreWalkedInByteOrder) {
  for (const char* name : {"b.txt", "a/z.txt", "a/B.txt", "B/x", ".git/x",
                           "a/.hidden", "\xC3\xA4.txt"}) {
    put(name, "x");
  }
  EXPECT_EQ(listed(), (std::vector<std::string>{"B/x", "a/B.txt", "a/z.txt",
                                                "b.txt", "\xC3\xA4.txt"}));
}

TEST_F(FilesTest, LinksAreFollowedButNotInCircles) {
  put("a/x", "x");
  fs::create_directory_symlink("..", path("a/up"));
  fs::create_directory_symlink(path("a"), path("b"));
  fs::create_symlink("x", path("a/y"));
  EXPECT_EQ(listed(), (std::vector<std::string>{"a/x", "a/y"}));
  const auto listing = list_files(root_);
  const auto& files = listing->files;
  EXPECT_EQ(files[0].real, files[1].real);
}

TEST_F(FilesTest, DanglingLinksAreReported) {
  put("x", "x");
  fs::create_symlink("nothing", path("gone"));
  const auto listing = list_files(root_);
  EXPECT_EQ(listing->files.size(), 1U);
  ASSERT_EQ(listing->unreadable.size(), 1U);
  EXPECT_EQ(listing->unreadable[0].where, path("gone"));
  EXPECT_EQ(listing->unreadable[0].code, ErrorCode::kNotFound);
}

TEST_F(FilesTest, PipesInDirectoriesAreNotOpened) {
  ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_TRUE(listed().empty());
}

TEST_F(FilesTest, DirectoryWithoutPermissionIsReported) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  put("x", "x");
  put("closed/y", "y");
  fs::permissions(path("closed"), fs::perms::none);
  const auto listing = list_files(root_);
  fs::permissions(path("closed"), fs::perms::owner_all);
  EXPECT_EQ(listing->files.size(), 1U);
  ASSERT_EQ(listing->unreadable.size(), 1U);
  EXPECT_EQ(listing->unreadable[0].code, ErrorCode::kPermissionDenied);
}

TEST_F(FilesTest, MissingInputFails) {
  const auto missing = list_files(path("nothing"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
}

TEST_F(FilesTest, FileTakesItsNameOnlyWhenWhole) {
  put("out", "old");
  auto file = OutputFile::create(path("out"));
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->write("new"));
  EXPECT_EQ(*read_file(path("out"), 100), "old");
  ASSERT_TRUE(file->commit());
  EXPECT_EQ(*read_file(path("out"), 100), "new");
  EXPECT_EQ(entries(), 1U);
}

TEST_F(FilesTest, NothingIsLeftOfAFileThatWasGivenUp) {
  {
    auto file = OutputFile::create(path("out"));
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->write("half"));
  }
  EXPECT_EQ(entries(), 0U);
}

TEST_F(FilesTest, LinksAndPermissionsOutliveAReplacement) {
  put("real", "old");
  fs::permissions(path("real"), fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("real", path("link"));
  ASSERT_TRUE(write_file(path("link"), "new"));
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(*read_file(path("real"), 100), "new");
  EXPECT_EQ(fs::status(path("real")).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(FilesTest, WritingFailsWithAReason) {
  EXPECT_TRUE(write_file("/dev/null", "x"));
  EXPECT_EQ(write_file(path("no/such/x"), "x").error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(write_file(root_, "x").error().code, ErrorCode::kInvalidArgument);
  if (fs::exists("/dev/full")) {
    EXPECT_EQ(write_file("/dev/full", "x").error().code,
              ErrorCode::kUnavailable);
  }
}

}  // namespace
}  // namespace stemma
