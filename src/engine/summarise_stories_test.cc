#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/files.h"
#include "stemma/engine.h"
#include "support/temporary_folder.h"

namespace stemma {
namespace {

constexpr const char* kFerry =
    R"({"id":"a","published":"2031-03-01","outlet":"Lantern","title":"Ferry )"
    R"(Halvard aground off Lunholm","text":"The ferry Halvard ran aground off )"
    R"(Lunholm harbour before dawn. Rescue boats took 42 passengers from the )"
    R"(ferry to Lunholm."})"
    "\n";
constexpr const char* kFerryAgain =
    R"({"id":"b","published":"2031-03-02","outlet":"Harbour Post","title":)"
    R"("Passengers of the ferry Halvard ashore","text":"Rescue boats brought )"
    R"(42 passengers ashore at Lunholm after the ferry Halvard ran aground )"
    R"(before dawn near the harbour."})"
    "\n";
constexpr const char* kVote =
    R"({"id":"c","published":"2031-03-01","text":"Voters in Brandmoor )"
    R"(elected seventeen councillors on Sunday. Turnout was low."})"
    "\n";

class SummariseStoriesTest : public testing::TemporaryFolderTest {
 protected:
  std::string put(const std::string& name, const std::string& bytes) const {
    EXPECT_TRUE(write_file(path(name), bytes));
    return path(name);
  }
  static std::vector<StorySummary> run(const std::vector<std::string>& inputs,
                                       const StoriesRequest& request = {}) {
    std::vector<StorySummary> all;
    const auto done =
        summarise_stories(inputs, request, [&](const StorySummary& story) {
          all.push_back(story);
          return true;
        });
    EXPECT_TRUE(done);
    return all;
  }
};

using Ids = std::vector<std::string>;

TEST_F(SummariseStoriesTest, TellsOfEveryStory) {
  const auto stories =
      run({put("x.jsonl", std::string(kFerryAgain) + kVote + kFerry)});
  ASSERT_EQ(stories.size(), 2U);
  EXPECT_EQ(stories[0].reports, (Ids{"c"}));
  EXPECT_EQ(stories[0].title,
            "Voters in Brandmoor elected seventeen councillors on Sunday.");
  EXPECT_EQ(stories[1].reports, (Ids{"a", "b"}));
  EXPECT_EQ(stories[1].outlets, 2U);
  EXPECT_EQ(stories[1].last.seconds - stories[1].first.seconds, 86400);
  ASSERT_TRUE(stories[1].tellings);
  EXPECT_LE(stories[1].tellings->likely, 2U);
}

// Two equal texts, one that quotes the same words, one of its own: counted
// alone and studied in full.
TEST_F(SummariseStoriesTest, CountsAreThoseOfTheWholeStudy) {
  const std::string file = put(
      "x.jsonl",
      R"({"id":"a","story":"s","text":"The pier of Lunholm will close on )"
      R"(Monday. \"We cannot keep it safe any longer,\" Mayor Ina Dahl said."})"
      "\n"
      R"({"id":"b","story":"s","text":"The pier of Lunholm will close on )"
      R"(Monday. \"We cannot keep it safe any longer,\" Mayor Ina Dahl said."})"
      "\n"
      R"({"id":"c","story":"s","text":"Anglers in Lunholm lose their best )"
      R"(place. \"We cannot keep it safe any longer,\" said Ina Dahl."})"
      "\n"
      R"({"id":"d","story":"s","text":"No more walks above the water: rust )"
      R"(has eaten the posts, a survey by the harbour office found."})"
      "\n");
  StoriesRequest request;
  request.read.group_by = "story";
  const auto stories = run({file}, request);
  const auto corpus = read_corpus(std::vector{file}, request.read);
  ASSERT_EQ(stories.size(), 1U);
  ASSERT_TRUE(corpus);
  const Origins whole = study_story(*corpus, {"s", {0, 1, 2, 3}}).origins;
  EXPECT_EQ(stories[0].tellings, whole.telling_count);
  EXPECT_EQ(stories[0].sources, whole.source_count);
}

TEST_F(SummariseStoriesTest, WithoutCountsTheStoriesAreTheSame) {
  StoriesRequest request;
  request.counting = Counting::kNone;
  const std::string file =
      put("x.jsonl", std::string(kFerryAgain) + kVote + kFerry);
  const auto counted = run({file});
  const auto stories = run({file}, request);
  ASSERT_EQ(stories.size(), counted.size());
  for (std::size_t i = 0; i < stories.size(); ++i) {
    EXPECT_EQ(stories[i].id, counted[i].id);
    EXPECT_EQ(stories[i].reports, counted[i].reports);
    EXPECT_FALSE(stories[i].tellings);
    EXPECT_FALSE(stories[i].title.empty());
  }
}

TEST_F(SummariseStoriesTest, IsWhatGroupStoriesFinds) {
  std::vector<std::string> inputs;
  inputs.reserve(5);
  for (int i = 0; i < 5; ++i) {
    inputs.push_back(put(std::to_string(i) + ".txt",
                         "The quarry at Holm " + std::to_string(i * i) +
                             " was flooded in April."));
  }
  inputs.push_back(put("x.jsonl", std::string(kFerry) + kFerryAgain + kVote));
  const auto corpus = read_corpus(inputs, {});
  ASSERT_TRUE(corpus);
  const std::vector<Story> grouped = group_stories(*corpus, {});
  for (const unsigned threads : {1U, 2U, 8U}) {
    StoriesRequest request;
    request.read.threads = threads;
    request.counting = Counting::kNone;
    const auto told = run(inputs, request);
    ASSERT_EQ(told.size(), grouped.size());
    for (std::size_t i = 0; i < told.size(); ++i) {
      EXPECT_EQ(told[i].id, grouped[i].id);
      Ids ids;
      for (const ReportIndex report : grouped[i].reports) {
        ids.push_back(corpus->reports[report].id);
      }
      EXPECT_EQ(told[i].reports, ids);
    }
  }
}

TEST_F(SummariseStoriesTest, ReadsDocumentsAgainFromWhatWasKept) {
  std::string document = std::string("[") + kFerry + "," + kFerryAgain + "]";
  const auto stories = run({put("x.json", document)});
  ASSERT_EQ(stories.size(), 1U);
  EXPECT_EQ(stories[0].reports, (Ids{"a", "b"}));
}

TEST_F(SummariseStoriesTest, KeepsTheGroupingThatTheInputGives) {
  const std::string file =
      put("x.jsonl",
          "{\"id\":\"a\",\"text\":\"One.\",\"event\":\"storm\"}\n"
          "{\"id\":\"b\",\"text\":\"Two.\",\"event\":\"storm\"}\n");
  StoriesRequest request;
  request.read.group_by = "event";
  const auto stories = run({file}, request);
  ASSERT_EQ(stories.size(), 1U);
  EXPECT_EQ(stories[0].id, "storm");
  request.read.group_by = "evnt";
  const auto misspelt =
      summarise_stories(std::vector<std::string>{file}, request,
                        [](const StorySummary&) { return true; });
  ASSERT_FALSE(misspelt);
  EXPECT_EQ(misspelt.error().code, ErrorCode::kInvalidArgument);
}

TEST_F(SummariseStoriesTest, EndsWhenNobodyWantsMore) {
  int told = 0;
  const auto done = summarise_stories(
      std::vector<std::string>{put("x.jsonl", std::string(kFerry) + kVote)}, {},
      [&](const StorySummary&) { return ++told < 1; });
  EXPECT_TRUE(done);
  EXPECT_EQ(told, 1);
}

// A record of these words, with what else it has.
std::string record(int number, const std::string& fields,
                   const std::string& text) {
  return R"({"id":"r)" + std::to_string(number) + "\"," + fields +
         R"("text":")" + text + "\"}\n";
}

TEST_F(SummariseStoriesTest, OneStoryOfManyReportsIsOneStory) {
  std::vector<std::string> words;
  words.reserve(120);
  for (int i = 0; i < 120; ++i) words.push_back("word" + std::to_string(i));
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    std::rotate(words.begin(), words.begin() + 7, words.end());
    std::string text;
    for (const std::string& word : words) text += word + " ";
    lines += record(i, R"("published":"2031-03-01","lang":"en",)", text);
  }
  StoriesRequest request;
  request.counting = Counting::kNone;
  const auto stories = run({put("x.jsonl", lines)}, request);
  ASSERT_EQ(stories.size(), 1U);
  EXPECT_EQ(stories[0].reports.size(), 300U);
}

TEST_F(SummariseStoriesTest, LanguagesAreNotMixed) {
  std::string lines;
  const std::vector<std::string> codes = {"en", "de", "fr", "ja", "ar", "xx"};
  for (int i = 0; i < 60; ++i) {
    const std::string& code = codes[static_cast<std::size_t>(i) % codes.size()];
    lines += record(i, "\"lang\":\"" + code + "\",",
                    "Halvard 42 Lunholm Brandmoor Tarn Orlen");
  }
  StoriesRequest request;
  request.counting = Counting::kNone;
  for (const StorySummary& story : run({put("x.jsonl", lines)}, request)) {
    std::set<std::size_t> languages;
    for (const std::string& id : story.reports) {
      languages.insert(std::stoul(id.substr(1)) % codes.size());
    }
    EXPECT_EQ(languages.size(), 1U);
  }
}

TEST_F(SummariseStoriesTest, ReportsOfAWordOrNoneAreGroupedAllTheSame) {
  std::string lines;
  for (int i = 0; i < 200; ++i) {
    lines += record(i, "", i % 2 == 0 ? "Yes" : "... " + std::to_string(i));
  }
  StoriesRequest request;
  request.counting = Counting::kNone;
  std::size_t reports = 0;
  for (const StorySummary& story : run({put("x.jsonl", lines)}, request)) {
    reports += story.reports.size();
  }
  EXPECT_EQ(reports, 200U);
}

}  // namespace
}  // namespace stemma
