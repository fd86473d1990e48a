#include "collate/text_comparison.h"

#include <deque>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "text/analyze.h"

namespace stemma::collate {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// The texts of the cells, without white space at the ends.
Rows rows_of(const std::vector<std::string>& texts, std::uint32_t base = 0) {
  std::deque<Report> reports;
  std::deque<Analysis> analyses;
  std::vector<Witness> witnesses;
  for (const std::string& text : texts) {
    Report& report = reports.emplace_back();
    report.text = text;
    report.language = "en";
    analyses.push_back(text::analyze(report));
    witnesses.push_back({&report, &analyses.back(), nullptr});
  }
  const Comparison found =
      compare_texts(witnesses, {.base = base, .least_moved = 2});
  Rows rows;
  std::vector<std::uint32_t> done(texts.size(), 0);
  for (const std::vector<Span>& row : found.rows) {
    rows.emplace_back();
    for (std::size_t r = 0; r < row.size(); ++r) {
      EXPECT_EQ(row[r].begin, done[r]);
      done[r] = row[r].end;
      std::string text(slice(texts[r], row[r]));
      text.erase(text.find_last_not_of(" \n") + 1);
      rows.back().push_back(text);
    }
  }
  for (std::size_t r = 0; r < texts.size(); ++r) {
    EXPECT_EQ(done[r], texts[r].size());
  }
  return rows;
}

TEST(CompareTextsTest, SentencesStandSideBySide) {
  EXPECT_EQ(rows_of({"The wall broke at night. Three boats sank. Rain fell.",
                     "The wall broke at dawn. Three boats sank. Rain fell."}),
            (Rows{{"The wall broke at night.", "The wall broke at dawn."},
                  {"Three boats sank.", "Three boats sank."},
                  {"Rain fell.", "Rain fell."}}));
}

TEST(CompareTextsTest, AddedSentencesHaveRowsOfTheirOwn) {
  EXPECT_EQ(
      rows_of({"The wall broke at night. Rain fell all day.",
               "The wall broke at night. \u201CThree boats sank,\u201D Holt "
               "said. Nobody drowned. Rain fell all day."}),
      (Rows{{"The wall broke at night.", "The wall broke at night."},
            {"", "\u201CThree boats sank,\u201D Holt said."},
            {"", "Nobody drowned."},
            {"Rain fell all day.", "Rain fell all day."}}));
}

TEST(CompareTextsTest, TheBaseSetsTheRows) {
  const std::vector<std::string> texts = {
      "The wall broke at night and three boats sank.",
      "The wall broke at night. Three boats sank."};
  EXPECT_EQ(rows_of(texts, 0), (Rows{{texts[0], texts[1]}}));
  EXPECT_EQ(rows_of(texts, 1),
            (Rows{{"The wall broke at night and", "The wall broke at night."},
                  {"three boats sank.", "Three boats sank."}}));
}

TEST(CompareTextsTest, ThreeTexts) {
  EXPECT_EQ(
      rows_of({"The wall broke. Rain fell.", "The wall broke.", "Rain fell."}),
      (Rows{{"The wall broke.", "The wall broke.", ""},
            {"Rain fell.", "", "Rain fell."}}));
}

TEST(CompareTextsTest, EmptyTextsAndTextsWithoutWordsAreNoTrouble) {
  EXPECT_EQ(rows_of({"", ""}), Rows{});
  EXPECT_EQ(rows_of({"...", "Rain fell."}), (Rows{{"...", "Rain fell."}}));
}

TEST(CompareTextsTest, MovedSentencesAreFound) {
  std::deque<Report> reports;
  std::deque<Analysis> analyses;
  std::vector<Witness> witnesses;
  const std::string wall =
      "The harbour wall at Tarn broke in the night and three boats sank.";
  const std::string fire =
      "A fire destroyed the oldest bakery of Quillen while the baker slept.";
  const std::string vote =
      "Voters chose seventeen councillors after a quiet and rainy campaign "
      "that few had followed.";
  for (const std::string& text :
       {wall + " " + fire + " " + vote, fire + " " + vote + " " + wall}) {
    Report& report = reports.emplace_back();
    report.text = text;
    analyses.push_back(text::analyze(report));
    witnesses.push_back({&report, &analyses.back(), nullptr});
  }
  const Comparison found =
      compare_texts(witnesses, {.base = 0, .least_moved = 2});
  ASSERT_EQ(found.collation.changes[1].size(), 1U);
  const Change& change = found.collation.changes[1][0];
  EXPECT_EQ(change.kind, ChangeKind::kMoved);
  EXPECT_EQ(slice(reports[0].text, change.base.at(0)),
            wall.substr(0, wall.size() - 1));
  EXPECT_EQ(found.collation.shared[1], found.collation.words[1]);
}

TEST(CompareTextsTest, AnEditedSentenceIsMovedAsOne) {
  std::deque<Report> reports;
  std::deque<Analysis> analyses;
  std::vector<Witness> witnesses;
  const std::string rest =
      " A fire destroyed the oldest bakery of Quillen while the baker slept. "
      "Voters chose seventeen councillors after a quiet campaign. ";
  const std::string texts[] = {
      "The harbour wall at Tarn broke in the night." + rest,
      rest + "The harbour wall of old Tarn broke in a night."};
  for (const std::string& text : texts) {
    Report& report = reports.emplace_back();
    report.text = text;
    analyses.push_back(text::analyze(report));
    witnesses.push_back({&report, &analyses.back(), nullptr});
  }
  const Comparison found =
      compare_texts(witnesses, {.base = 0, .least_moved = 4});
  std::size_t moves = 0;
  for (const Change& change : found.collation.changes[1]) {
    if (change.kind != ChangeKind::kMoved) continue;
    ++moves;
    EXPECT_EQ(slice(texts[0], change.base.front()), "The harbour wall");
    EXPECT_EQ(slice(texts[0], change.base.back()), "night");
  }
  EXPECT_EQ(moves, 1U);
}

}  // namespace
}  // namespace stemma::collate
