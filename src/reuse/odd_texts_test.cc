// Texts that nobody writes. Those of full size are in bad_input_test.cc.
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "reuse/test_reports.h"

namespace stemma::reuse {
namespace {

// Reports whose analyses find_reuse makes by itself.
ReuseResult find_in_texts(const std::vector<std::string>& texts) {
  std::deque<Report> reports;
  std::vector<Witness> witnesses;
  for (const std::string& text : texts) {
    Report& report = reports.emplace_back();
    report.outlet = std::to_string(reports.size());
    report.text = text;
    witnesses.push_back({&report, nullptr, nullptr});
  }
  return find_reuse(witnesses, {});
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

TEST(OddTextsTest, TextsEqualButForCaseAreOneVerbatimPassage) {
  std::string upper = kFire;
  for (char& letter : upper) {
    if (letter >= 'a' && letter <= 'z') {
      letter = static_cast<char>(letter - 'a' + 'A');
    }
  }
  const ReuseResult result = find_in_texts({kFire, upper});
  ASSERT_EQ(result.passages.size(), 1U);
  EXPECT_EQ(result.passages[0].kind, PassageKind::kVerbatim);
}

TEST(OddTextsTest, OddTextsAreAnsweredInBoundedTime) {
  // One word without end; no space; emoji; Hebrew, Arabic and Latin mixed.
  const std::vector<std::string> parts{
      "word ", "abcdefghij", "\U0001F525\U0001F30A",
      "\u05E9\u05DC\u05D5\u05DD wall \u0633\u0644\u0627\u0645 42. "};
  std::vector<std::string> texts;
  for (const std::string& part : parts) {
    texts.push_back(repeated(part, 100'000));
    texts.push_back(repeated(part, 100'000) + "end.");
  }
  const ReuseResult result = find_in_texts(texts);
  EXPECT_EQ(result.partners_cut.size(), texts.size());
}

TEST(OddTextsTest, OneSentenceInAThousandReportsCostsAThousandReports) {
  std::vector<std::string> texts;
  for (int i = 0; i < 1000; ++i) texts.push_back(told_by(i, kFire));
  const ReuseResult result = find_in_texts(texts);
  EXPECT_GE(result.passages.size(), 999U);
  EXPECT_LE(result.passages.size(), 64'000U);
}

TEST(OddTextsTest, ReportsWithoutWordsAndOfOneWordAreNoTrouble) {
  Reports reports;
  reports.add("a", "");
  reports.add("b", ". . .");
  reports.add("c", "word");
  std::string repeated;
  for (int i = 0; i < 20000; ++i) repeated += "word ";
  reports.add("d", repeated);
  reports.add("e", repeated + "again");
  const ReuseResult result = reports.find();
  EXPECT_TRUE(result.equal.empty());
  EXPECT_EQ(result.partners_cut.size(), 5U);
}

}  // namespace
}  // namespace stemma::reuse
