#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/files.h"
#include "stemma/engine.h"
#include "support/temporary_folder.h"

namespace stemma {
namespace {

namespace fs = std::filesystem;

class ReadCorpusTest : public testing::TemporaryFolderTest {
 protected:
  std::string put(const std::string& name, const std::string& bytes) const {
    std::string file = path(name);
    fs::create_directories(fs::path(file).parent_path());
    EXPECT_TRUE(write_file(file, bytes));
    return file;
  }
  static Result<Corpus> read(const std::vector<std::string>& inputs,
                             const ReadOptions& options = {}) {
    return read_corpus(inputs, options);
  }
};

std::vector<std::string> ids(const Corpus& corpus) {
  std::vector<std::string> all;
  all.reserve(corpus.reports.size());
  for (const Report& report : corpus.reports) all.push_back(report.id);
  return all;
}

TEST_F(ReadCorpusTest, DamageCostsOnlyTheLineItIsIn) {
  const std::string path = put("news.jsonl",
                               "{\"id\":\"a\",\"text\":\"One.\"}\n"
                               "no json\n"
                               "\n"
                               "{\"id\":\"b\"}\n"
                               "{\"id\":\"c\",\"text\":\"Three.\"}\r\n");
  const auto corpus = read({path});
  ASSERT_TRUE(corpus);
  EXPECT_EQ(ids(*corpus), (std::vector<std::string>{"a", "c"}));
  EXPECT_EQ(corpus->analyses.size(), 2U);
  ASSERT_EQ(corpus->unreadable.size(), 2U);
  EXPECT_EQ(corpus->unreadable[0].where, path + ":2");
  EXPECT_EQ(corpus->unreadable[1].where, path + ":4");
  EXPECT_EQ(corpus->unreadable[1].found, "a record without text");
}

TEST_F(ReadCorpusTest, DirectoriesHoldFilesOfAnyFormat) {
  put("a/one.txt", "date 2023-11-07 The bridge is shut.\n\nIRNA\n");
  put("a/two.jsonl", "{\"id\":\"two\",\"text\":\"The bridge is shut.\"}\n");
  put("b/three.json", "[{\"id\":\"three\",\"text\":\"It is shut.\"}]");
  put("b/picture.png", "\x89PNG\r\n\x1A\n");
  put("b/empty.txt", "");
  fs::create_symlink("nothing", root_ + "/gone");
  const auto corpus = read({root_});
  ASSERT_TRUE(corpus);
  EXPECT_EQ(ids(*corpus), (std::vector<std::string>{"one", "three", "two"}));
  const Report& one = corpus->reports[0];
  EXPECT_EQ(one.published.origin, TimeOrigin::kHeader);
  ASSERT_EQ(one.credits.size(), 1U);
  EXPECT_EQ(one.credits[0].name, "IRNA");
  EXPECT_EQ(corpus->unreadable.size(), 3U);
}

TEST_F(ReadCorpusTest, RecordsHaveDatelinesToo) {
  const auto corpus = read({put(
      "x.jsonl",
      "{\"id\":\"a\",\"text\":\"NORWICK (AP) - The mayor of the port closed "
      "the old bridge on Monday.\"}")});
  ASSERT_TRUE(corpus);
  ASSERT_EQ(corpus->reports[0].credits.size(), 1U);
  EXPECT_EQ(corpus->reports[0].credits[0].kind, CreditKind::kDateline);
}

TEST_F(ReadCorpusTest, OrderOfInputAndThreadsChangeNothing) {
  std::vector<std::string> paths;
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    const std::string number = std::to_string(i * 7919 % 300);
    const std::string day = std::to_string(i % 9 + 1);
    lines += fmt::format(
        R"({{"id":"{0}","published":"2023-11-0{1}","text":"Bridge {0}."}})",
        number, day);
    lines += '\n';
    if (i % 60 == 59) {
      paths.push_back(put("f" + number + ".jsonl", lines));
      lines.clear();
    }
  }
  const auto first = read(paths, {.threads = 1});
  ASSERT_TRUE(first);
  EXPECT_EQ(first->reports.size(), 300U);
  std::reverse(paths.begin(), paths.end());
  for (const unsigned threads : {1U, 2U, 8U}) {
    const auto again = read(paths, {.threads = threads});
    ASSERT_TRUE(again);
    EXPECT_EQ(ids(*again), ids(*first));
  }
}

TEST_F(ReadCorpusTest, AFileNamedTwiceIsReadOnce) {
  const std::string path = put("a/one.txt", "The bridge is shut.");
  const auto corpus = read({path, root_, root_ + "/a/../a/one.txt"});
  ASSERT_TRUE(corpus);
  EXPECT_EQ(ids(*corpus), (std::vector<std::string>{"one"}));
}

TEST_F(ReadCorpusTest, FilesOfOneNameInSeveralInputsGoByTheirPaths) {
  put("a/one.txt", "The bridge is shut.");
  put("b/one.txt", "The bridge is shut.");
  put("b/two.txt", "The road is shut.");
  for (const auto& inputs : {std::vector{root_ + "/a", root_ + "/b"},
                             std::vector{root_ + "/b", root_ + "/a"}}) {
    const auto corpus = read(inputs);
    ASSERT_TRUE(corpus);
    EXPECT_EQ(ids(*corpus),
              (std::vector<std::string>{root_ + "/a/one.txt",
                                        root_ + "/b/one.txt", "two"}));
  }
}

TEST_F(ReadCorpusTest, LinesBeyondTheLimitArePassedOver) {
  const std::string path = put(
      "x.jsonl", "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"" +
                     std::string(5000, 'x') + "\"}\n" +
                     "{\"id\":\"c\",\"text\":\"Three.\"}\n");
  const auto corpus = read({path}, {.max_record_bytes = 1000});
  ASSERT_TRUE(corpus);
  EXPECT_EQ(ids(*corpus), (std::vector<std::string>{"a", "c"}));
  ASSERT_EQ(corpus->unreadable.size(), 1U);
  EXPECT_EQ(corpus->unreadable[0].where, path + ":2");
  EXPECT_EQ(corpus->unreadable[0].code, ErrorCode::kResourceExhausted);
}

TEST_F(ReadCorpusTest, GroupingIsTakenFromTheFieldAskedFor) {
  const std::string path =
      put("x.jsonl", "{\"id\":\"a\",\"text\":\"One.\",\"event\":3}\n");
  EXPECT_EQ(read({path}, {.group_by = "event"})->reports[0].story, "3");
  EXPECT_EQ(read({path})->reports[0].story, "");
}

TEST_F(ReadCorpusTest, NothingReadableFails) {
  const auto missing = read({root_ + "/nothing"});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(missing.error().where, root_ + "/nothing");
  EXPECT_FALSE(read({root_}));
  EXPECT_FALSE(read({put("empty.txt", "")}));
  EXPECT_FALSE(read({}));
}

}  // namespace
}  // namespace stemma
