// Words are letters here: lower case says something, upper case little.
#include "collate/word_columns.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <tuple>

#include <gtest/gtest.h>

namespace stemma::collate {
namespace {

Reading reading_of(const std::string& letters) {
  Reading reading;
  for (const char letter : letters) {
    const auto hash = static_cast<std::uint64_t>(letter);
    reading.push_back(
        {hash, hash, std::islower(static_cast<unsigned char>(letter)) != 0});
  }
  return reading;
}

WordColumns align(const std::vector<std::string>& texts) {
  std::vector<Reading> readings;
  for (const std::string& text : texts) readings.push_back(reading_of(text));
  return align_readings(readings);
}

// One line a reading, '-' where it has no word in the column.
std::vector<std::string> table(const std::vector<std::string>& texts) {
  const WordColumns found = align(texts);
  std::vector<std::string> lines;
  for (std::size_t r = 0; r < texts.size(); ++r) {
    std::string line(found.count, '-');
    for (std::size_t i = 0; i < texts[r].size(); ++i) {
      line[found.columns[r][i]] = texts[r][i];
    }
    lines.push_back(line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(AlignReadingsTest, EqualWordsShareAColumn) {
  EXPECT_EQ(table({"abcd", "abxd"}), (Lines{"abcd", "abxd"}));
  EXPECT_EQ(table({"abd", "abcd"}), (Lines{"ab-d", "abcd"}));
  EXPECT_EQ(table({"", "ab"}), (Lines{"--", "ab"}));
  EXPECT_EQ(table({}), Lines{});
}

TEST(AlignReadingsTest, AWordIsFoundInWhateverReadingHasIt) {
  // x stands in the second reading alone when the third arrives.
  EXPECT_EQ(table({"abcdef", "abxcdef", "axef"}),
            (Lines{"ab-cdef", "abxcdef", "a-x--ef"}));
}

TEST(AlignReadingsTest, WordsThatSayLittleGiveWay) {
  // T alone could pair with either; c decides.
  EXPECT_EQ(table({"Tabc", "cT"}), (Lines{"Tabc-", "---cT"}));
}

// All that is the same but for the order of the rows.
TEST(AlignReadingsTest, TheOrderOfTheReadingsChangesNothing) {
  std::vector<std::string> texts = {"abTcde", "abcxe", "bTcd", "xabe", "yz"};
  std::map<std::string, std::string> expected;
  const Lines first = table(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) expected[texts[i]] = first[i];
  std::sort(texts.begin(), texts.end());
  do {
    const Lines lines = table(texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      ASSERT_EQ(lines[i], expected[texts[i]]);
    }
  } while (std::next_permutation(texts.begin(), texts.end()));
}

// The plain twin: the most that pairing the rests of two texts gives.
class Best {
 public:
  Best(const std::string& a, const std::string& b) : a_(a), b_(b) {}
  int from(std::size_t i, std::size_t j, int in_row) {
    if (i == a_.size() || j == b_.size()) return 0;
    int& known = known_.try_emplace(std::tuple(i, j, in_row), -1).first->second;
    if (known >= 0) return known;
    int best = std::max(from(i + 1, j, 0), from(i, j + 1, 0));
    if (a_[i] == b_[j]) {
      const bool content = std::islower(static_cast<unsigned char>(a_[i])) != 0;
      best = std::max(best, (content ? 8 : 3) + (in_row == 1 ? 2 : 0) +
                                from(i + 1, j + 1, 1));
    }
    return known_[std::tuple(i, j, in_row)] = best;
  }

 private:
  const std::string& a_;
  const std::string& b_;
  std::map<std::tuple<std::size_t, std::size_t, int>, int> known_;
};

int weight(const std::string& a, const std::string& b) {
  const WordColumns found = align({a, b});
  int sum = 0;
  std::size_t last_i = 0;
  std::size_t last_j = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto& columns = found.columns[1];
    const auto at =
        std::find(columns.begin(), columns.end(), found.columns[0][i]);
    if (at == columns.end()) continue;
    const auto j = static_cast<std::size_t>(at - columns.begin());
    if (a[i] != b[j]) continue;
    const bool in_row = sum > 0 && last_i + 1 == i && last_j + 1 == j;
    const bool content = std::islower(static_cast<unsigned char>(a[i])) != 0;
    sum += (content ? 8 : 3) + (in_row ? 2 : 0);
    last_i = i;
    last_j = j;
  }
  return sum;
}

TEST(AlignReadingsTest, TwoShortReadingsAreAlignedAsWellAsCanBe) {
  std::vector<std::string> all = {""};
  for (std::size_t i = 0; i < all.size() && all[i].size() < 6; ++i) {
    for (const char letter : {'a', 'T'}) all.push_back(all[i] + letter);
  }
  for (const std::string& a : all) {
    for (const std::string& b : all) {
      ASSERT_EQ(weight(a, b), Best(a, b).from(0, 0, 0)) << a << " " << b;
    }
  }
}

Reading long_reading(std::uint32_t words, std::uint32_t every,
                     std::uint64_t own) {
  Reading reading;
  for (std::uint32_t i = 0; i < words; ++i) {
    const std::uint64_t word =
        i % every == 0 ? own + i : std::uint64_t{1000000} + i % 3000;
    reading.push_back({word, word, true});
  }
  return reading;
}

TEST(AlignReadingsTest, LongReadingsAreCutAtWhatStandsOnce) {
  const Reading a = long_reading(10000, 10, 1U << 30U);
  const Reading b = long_reading(10000, 7, 1U << 29U);
  const WordColumns found = align_readings(std::vector<Reading>{a, b});
  std::size_t equal = 0;
  std::size_t j = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    while (j < b.size() && found.columns[1][j] < found.columns[0][i]) ++j;
    if (j < b.size() && found.columns[1][j] == found.columns[0][i] &&
        a[i].fold == b[j].fold) {
      ++equal;
    }
  }
  // Neither a multiple of 10 nor of 7.
  std::size_t expected = 0;
  for (std::size_t i = 0; i < 10000; ++i) {
    if (i % 10 != 0 && i % 7 != 0) ++expected;
  }
  EXPECT_EQ(equal, expected);
}

TEST(AlignReadingsTest, OneWordForEverEndsSoon) {
  const Reading a(200000, CollatedWord{1, 1, true});
  Reading b(200100, CollatedWord{1, 1, true});
  const WordColumns found = align_readings(std::vector<Reading>{a, b});
  EXPECT_EQ(found.count, 200100U);
  // Two words by turns, begun with the other one.
  Reading c;
  Reading d;
  for (std::uint64_t i = 0; i < 100000; ++i) {
    c.push_back({i % 2, i % 2, true});
    d.push_back({(i + 1) % 2, (i + 1) % 2, true});
  }
  EXPECT_GE(align_readings(std::vector<Reading>{c, d}).count, 100000U);
}

}  // namespace
}  // namespace stemma::collate
