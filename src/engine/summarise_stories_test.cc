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
TEST_F(SummariseStoriesTest, FullCountsAreThoseOfTheWholeStudy) {
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
  request.counting = Counting::kFull;
  const auto stories = run({file}, request);
  const auto corpus = read_corpus(std::vector{file}, request.read);
  ASSERT_EQ(stories.size(), 1U);
  ASSERT_TRUE(corpus);
  const Origins whole = study_story(*corpus, {"s", {0, 1, 2, 3}}).origins;
  EXPECT_EQ(stories[0].tellings, whole.telling_count);
  EXPECT_EQ(stories[0].sources, whole.source_count);
}

// A line of JSON Lines: a report of one of many ferries, all with the same
// words, but every third with an order of its own.
std::string ferry_report(int ferry, int report) {
  const std::string name = "Halvard" + std::to_string(ferry);
  std::string text = "The ferry " + name + " ran aground off Lunholm harbour.";
  constexpr int kSteps[] = {7, 11, 13};
  const int step = report % 3 == 0 ? kSteps[report / 3 % 3] : 1;
  for (int i = 0; i < 60; ++i) {
    text += " " + name + "word" + std::to_string(i * step % 60) +
            (i % 12 == 11 ? "." : "");
  }
  const std::string id =
      "f" + std::to_string(ferry) + "-" + std::to_string(report);
  return R"({"id":")" + id + R"(","outlet":"o)" + std::to_string(report) +
         R"(","lang":"en","story":")" + name +
         R"(","published":"2031-03-01","title":"Ferry )" + name +
         R"( aground off Lunholm","text":")" + text + "\"}\n";
}

TEST_F(SummariseStoriesTest, QuickCountsAreTheSameForAnyOrderAndThreads) {
  std::vector<std::string> lines;
  for (int ferry = 0; ferry < 20; ++ferry) {
    for (int report = 0; report < 9; ++report) {
      lines.push_back(ferry_report(ferry, report));
    }
  }
  std::string in_order;
  for (const std::string& line : lines) in_order += line;
  std::string reversed;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    reversed += *line;
  }
  const std::string file = put("x.jsonl", in_order);
  StoriesRequest request;
  request.read.threads = 1;
  const auto expected = run({file}, request);
  // Three texts of their own and one that six print.
  ASSERT_EQ(expected.size(), 20U);
  for (const StorySummary& story : expected) {
    ASSERT_TRUE(story.tellings);
    EXPECT_EQ(story.tellings->likely, 4U);
  }
  const std::string other = put("y.jsonl", reversed);
  for (const unsigned threads : {1U, 2U, 8U}) {
    request.read.threads = threads;
    const auto stories = run({other}, request);
    ASSERT_EQ(stories.size(), expected.size());
    for (std::size_t i = 0; i < stories.size(); ++i) {
      EXPECT_EQ(stories[i].reports, expected[i].reports);
      EXPECT_EQ(stories[i].tellings, expected[i].tellings);
      EXPECT_EQ(stories[i].sources, expected[i].sources);
    }
  }
}

TEST_F(SummariseStoriesTest, QuickCountsDoNotDependOnOtherStories) {
  const auto report = [](const char* id, const char* text) {
    return std::string(R"({"id":")") + id +
           R"(","story":"pier","credit":"Reuters","text":")" + text + "\"}\n";
  };
  const std::string pier =
      report("a", "The pier of Lunholm will close on Monday. Rust ate it.") +
      report("b", "The pier of Lunholm will close on Tuesday. Rust ate it.") +
      report("c", "Anglers lose their best place, a survey of rust found.");
  StoriesRequest request;
  request.read.group_by = "story";
  const auto alone = run({put("x.jsonl", pier)}, request);
  const auto among =
      run({put("y.jsonl", ferry_report(1, 1) + pier + kVote)}, request);
  ASSERT_EQ(alone.size(), 1U);
  const auto same =
      std::find_if(among.begin(), among.end(),
                   [](const auto& story) { return story.id == "pier"; });
  ASSERT_NE(same, among.end());
  EXPECT_EQ(same->tellings, alone[0].tellings);
  EXPECT_EQ(same->sources, alone[0].sources);
}

// Whether stories are given or found, a sketch is made of the same words and
// credits, datelines and closing lines included.
TEST_F(SummariseStoriesTest, QuickCountsAreTheSameWhereStoriesAreGiven) {
  const auto report = [](const char* id, const char* text) {
    return std::string(R"({"id":")") + id + R"(","story":"ferry","outlet":")" +
           id + R"(","published":"2031-03-01","lang":"en",)" +
           R"("title":"Ferry Halvard aground off Lunholm","text":")" + text +
           "\"}\n";
  };
  const std::string file = put(
      "x.jsonl",
      report("a",
             "LUNHOLM (Reuters) - The ferry Halvard ran aground off Lunholm "
             "harbour before dawn. Rescue boats took 42 passengers ashore.") +
          report("b",
                 "The ferry Halvard struck rocks off Lunholm harbour. All 42 "
                 "passengers were brought ashore by boats.\\nReuters") +
          report("c",
                 "Lunholm woke to sirens when the ferry Halvard lay aground "
                 "off the harbour with 42 passengers.\\nSource: Lunholm Post"));
  StoriesRequest request;
  const auto found = run({file}, request);
  request.read.group_by = "story";
  const auto given = run({file}, request);
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(given.size(), 1U);
  EXPECT_EQ(found[0].tellings, given[0].tellings);
  EXPECT_EQ(found[0].sources, given[0].sources);
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
