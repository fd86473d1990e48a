#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/files.h"
#include "stemma/engine.h"
#include "support/temporary_folder.h"

namespace stemma {
namespace {

namespace fs = std::filesystem;

class ReadCheckedTest : public testing::TemporaryFolderTest {
 protected:
  void put(const std::string& name, const std::string& bytes) const {
    fs::create_directories(fs::path(path(name)).parent_path());
    EXPECT_TRUE(write_file(path(name), bytes));
  }

  // The ids of the corpus, then those of the texts.
  std::vector<std::string> ids(const std::string& text,
                               const std::vector<std::string>& inputs) const {
    std::vector<std::string> paths;
    paths.reserve(inputs.size());
    for (const std::string& input : inputs) paths.push_back(path(input));
    const auto checked =
        read_checked(paths, {AskedText::Kind::kInput, path(text)}, {});
    EXPECT_TRUE(checked);
    texts_ = checked->texts;
    std::vector<std::string> all;
    all.reserve(checked->corpus.reports.size());
    for (const Report& report : checked->corpus.reports) {
      all.push_back(report.id);
    }
    EXPECT_EQ(checked->corpus.analyses.size(), all.size());
    return all;
  }

  mutable std::size_t texts_ = 0;
};

using Ids = std::vector<std::string>;

TEST_F(ReadCheckedTest, ATextOfATakenNameGoesByItsPath) {
  put("news/report.txt", "The bridge is shut.");
  put("mine/report.txt", "The bridge is shut.");
  EXPECT_EQ(ids("mine/report.txt", {"news"}),
            (Ids{"report", path("mine/report.txt")}));
  EXPECT_EQ(texts_, 1U);
}

TEST_F(ReadCheckedTest, AFileOfTheCorpusKeepsItsId) {
  put("news/a/report.txt", "The bridge is shut.");
  put("news/b/report.txt", "The bridge is open.");
  EXPECT_EQ(ids("news/b/report.txt", {"news"}),
            (Ids{"a/report.txt", "b/report.txt", "b/report.txt"}));
}

TEST_F(ReadCheckedTest, RecordsAreOneOnlyIfAllFieldsAre) {
  put("news.jsonl",
      "{\"id\":\"a\",\"text\":\"The bridge is shut.\"}\n"
      "{\"id\":\"b\",\"text\":\"The bridge is open.\"}\n");
  put("mine.jsonl",
      "{\"id\":\"a\",\"text\":\"The bridge is shut.\"}\n"
      "{\"id\":\"b\",\"text\":\"The bridge is gone.\"}\n"
      "{\"id\":\"c\",\"text\":\"The bridge is old.\"}\n");
  const Ids found = ids("mine.jsonl", {"news.jsonl"});
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(texts_, 3U);
  EXPECT_EQ(found[2], "a");
  EXPECT_TRUE(found[3].starts_with("b~")) << found[3];
  EXPECT_EQ(found[4], "c");
}

}  // namespace
}  // namespace stemma
