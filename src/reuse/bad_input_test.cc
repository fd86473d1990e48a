// Texts that nobody writes, at full size. Each must be answered within seconds
// and within memory that grows with the text, not with its square. Apart from
// the ordinary tests, since some hold 50 MB.
#include <algorithm>
#include <cstdint>
#include <ctime>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "reuse/pair_words.h"
#include "reuse/reuse.h"
#include "text/analyze.h"

namespace stemma::reuse {
namespace {

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

std::uint64_t peak_memory_bytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

constexpr double kSecondsPerMegabyte = 4;  // ten times what is needed
constexpr std::uint64_t kMostMemory = std::uint64_t{8} << 30U;

// Finds reuse in texts of an outlet each and checks time and memory.
ReuseResult find_bounded(std::vector<std::string> texts) {
  std::deque<Report> reports;
  std::vector<Witness> witnesses;
  double megabytes = 1;
  for (std::string& text : texts) {
    Report& report = reports.emplace_back();
    report.outlet = std::to_string(reports.size());
    report.language = "en";  // made-up words have none to be found
    megabytes += static_cast<double>(text.size()) / 1e6;
    report.text = std::move(text);
    witnesses.push_back({&report, nullptr, nullptr});
  }
  const double start = cpu_seconds();
  ReuseResult result = find_reuse(witnesses, {});
  EXPECT_LT(cpu_seconds() - start, kSecondsPerMegabyte * megabytes);
  EXPECT_LT(peak_memory_bytes(), kMostMemory);
  EXPECT_EQ(result.partners_cut.size(), witnesses.size());
  return result;
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string all;
  all.reserve(bytes + part.size());
  while (all.size() < bytes) all += part;
  return all;
}

// Words no two of which are alike, ten to a sentence, from the number `first`.
std::string numbered(std::uint64_t first, std::size_t bytes) {
  std::string all;
  for (std::uint64_t i = first; all.size() < bytes; ++i) {
    all += 'q' + std::to_string(i) + (i % 10 == 9 ? ". " : " ");
  }
  return all;
}

constexpr std::string_view kFerry =
    "The harbour master of Lunholm closed both ferry piers after midnight "
    "when burning cargo drifted towards moored fishing boats near warehouse "
    "nine. ";

constexpr std::size_t kLong = 50'000'000;
constexpr std::size_t kMiddling = 5'000'000;

TEST(ReuseBadInputTest, FiftyMegabytesThatHoldASentenceOfAnother) {
  std::string text = numbered(0, kLong);
  text += kFerry;
  const ReuseResult result = find_bounded(
      {std::move(text), numbered(900'000'000, 500) + std::string(kFerry)});
  ASSERT_EQ(result.passages.size(), 1U);
  EXPECT_EQ(result.passages[0].kind, PassageKind::kVerbatim);
}

TEST(ReuseBadInputTest, TwoTextsOfTenMegabytesEqualButForAnEnd) {
  const std::string text = numbered(0, 2 * kMiddling);
  const ReuseResult result =
      find_bounded({text + "One end.", text + "Another ending."});
  EXPECT_FALSE(result.passages.empty());
}

TEST(ReuseBadInputTest, AMillionEqualReportsAreOneGroup) {
  const std::vector<std::string> texts(1'000'000, std::string(kFerry));
  const ReuseResult result = find_bounded(texts);
  ASSERT_EQ(result.equal.size(), 1U);
  EXPECT_EQ(result.equal[0].size(), texts.size());
  EXPECT_TRUE(result.passages.empty());
}

TEST(ReuseBadInputTest, OneWordAMillionTimes) {
  const std::string text = repeated("word ", kMiddling);
  find_bounded({text, text + "again", text + "and again"});
}

TEST(ReuseBadInputTest, TwoWordsInTurnAMillionTimes) {
  const std::string text = repeated("tide rises ", kMiddling);
  find_bounded({text, "falls " + text, text + "again"});
}

TEST(ReuseBadInputTest, NoSpaceAtAll) {
  const std::string text = repeated("abcdefghij", kMiddling);
  find_bounded({text, text + "k", "k" + text});
}

TEST(ReuseBadInputTest, EmojiAlone) {
  const std::string text = repeated("\U0001F525\U0001F30A", kMiddling);
  find_bounded({text, text + "\U0001F525", "\U0001F30A" + text});
}

TEST(ReuseBadInputTest, RightToLeftAndLatinMixed) {
  const std::string text = repeated(
      "\u05E9\u05DC\u05D5\u05DD wall \u202E\u0633\u0644\u0627\u0645\u202C 42. ",
      kMiddling);
  find_bounded({text, text + "end.", "Begin. " + text});
}

// All pairs and runs of these words are in 2,000 reports: more than any list
// of reports may hold.
TEST(ReuseBadInputTest, FingerprintsThatEveryReportHas) {
  const std::string same = numbered(0, 1500);
  std::vector<std::string> texts;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    texts.push_back(numbered(1'000'000 + 1000 * i, 500) + same);
  }
  const ReuseResult result = find_bounded(texts);
  EXPECT_GE(result.passages.size(), texts.size() - 1);
  EXPECT_LE(result.passages.size(), 256 * texts.size());
}

// Words of which the half of the hash that the index keeps is the same, and
// the whole is not: what the halves bring together has nothing in common.
TEST(ReuseBadInputTest, DifferentWordsOfOneIndexedHash) {
  constexpr std::uint32_t kWords = 200'000;
  std::deque<Report> reports(3);
  std::deque<Analysis> analyses(3);
  std::vector<Witness> witnesses;
  for (std::uint32_t r = 0; r < 3; ++r) {
    reports[r].outlet = std::to_string(r);
    reports[r].text = std::string(r, 'y') + repeated("x ", 2 * kWords);
    for (std::uint32_t i = 0; i < kWords; ++i) {
      Token token;
      token.span = {2 * i, 2 * i + 1};
      // Every other word has another half, else no two neighbours differ.
      token.fold = token.stem =
          std::uint64_t{r * kWords + i + 1} << 32U | (i % 2);
      analyses[r].tokens.push_back(token);
    }
    Sentence sentence;
    sentence.last_token = kWords;
    sentence.span = {0, 2 * kWords};
    analyses[r].sentences.push_back(sentence);
    witnesses.push_back({&reports[r], &analyses[r], nullptr});
  }
  const double start = cpu_seconds();
  const ReuseResult result = find_reuse(witnesses, {});
  EXPECT_LT(cpu_seconds() - start, 30);
  EXPECT_TRUE(result.passages.empty());
}

// The same with real words: of some 300,000 about ten pairs agree in that half
// of their hashes, by the birthday rule.
TEST(ReuseBadInputTest, WordsThatCollideInTheIndexAreToldApart) {
  Report all;
  all.language = "en";
  all.text = numbered(0, 2'300'000);
  const Analysis analysis = text::analyze_words(all);
  std::vector<std::pair<std::uint32_t, Span>> words;
  for (const Token& token : analysis.tokens) {
    if (token.kind == TokenKind::kPunctuation) continue;
    words.emplace_back(static_cast<std::uint32_t>(token.stem), token.span);
  }
  std::sort(words.begin(), words.end());
  std::string first;
  std::string second;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].first != words[i - 1].first) continue;
    first += std::string(slice(all.text, words[i - 1].second)) + ' ';
    second += std::string(slice(all.text, words[i].second)) + ' ';
  }
  ASSERT_FALSE(first.empty());
  const ReuseResult result =
      find_bounded({repeated(first, 100'000), repeated(second, 100'000)});
  EXPECT_TRUE(result.passages.empty());
}

// Hashes that would all fall into one place of the table, were they not mixed
// with what the text says: 200,000 of them would take 2 * 10^10 steps.
TEST(ReuseBadInputTest, HashesMadeToFallTogetherDoNot) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;
  std::uint64_t inverse = kMultiplier;  // modulo 2^64, after Newton
  for (int i = 0; i < 6; ++i) inverse *= 2 - kMultiplier * inverse;
  Page page;
  for (std::uint64_t i = 1; i <= 200'000; ++i) {
    page.folds.push_back(i * inverse);
    page.stems.push_back(i * inverse);
    page.marks.push_back(kSays);
  }
  const double start = cpu_seconds();
  PairWords words;
  words.set_a(page);
  words.set_b(page);
  EXPECT_LT(cpu_seconds() - start, 5);
  EXPECT_EQ(words.fold_numbers(), page.words() + 1);
  EXPECT_EQ(words.a().folds, words.b().folds);
}

// Twenty words in ever other orders: every fingerprint of pairs is in every
// report, and hardly a run is.
TEST(ReuseBadInputTest, TheSameFewWordsInEveryOrder) {
  std::vector<std::string> texts;
  std::uint64_t state = 1;
  for (int i = 0; i < 1000; ++i) {
    std::string text;
    for (int k = 0; k < 300; ++k) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      text += 'q' + std::to_string((state >> 33U) % 20) +
              (k % 12 == 11 ? ". " : " ");
    }
    texts.push_back(std::move(text));
  }
  find_bounded(texts);
}

}  // namespace
}  // namespace stemma::reuse
