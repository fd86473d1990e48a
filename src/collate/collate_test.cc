#include "collate/collate.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "collate/collate_fixture.h"
#include "support/cases.h"

namespace stemma::collate {
namespace {

std::string_view relation_word(Relation relation) {
  switch (relation) {
    case Relation::kSame:
      return "same";
    case Relation::kReworded:
      return "reworded";
    case Relation::kPartial:
      return "partial";
    case Relation::kDiffers:
      return "differs";
  }
  return "";
}

std::string_view why_word(UnknownWhy why) {
  switch (why) {
    case UnknownWhy::kHeadCut:
      return "head cut";
    case UnknownWhy::kTailCut:
      return "tail cut";
    case UnknownWhy::kInsideCut:
      return "inside cut";
    case UnknownWhy::kPaywall:
      return "paywall";
    case UnknownWhy::kUndated:
      return "undated";
    case UnknownWhy::kEarlier:
      return "earlier";
  }
  return "";
}

// The rows in words, the reports by id, whatever the order they came in.
std::string describe(const Reports& reports, const Matrix& matrix) {
  std::string text;
  for (const MatrixRow& row : matrix.rows) {
    std::vector<std::string> lines;
    for (const Cell& cell : row.cells) {
      std::string line = reports.id(cell.report);
      line += " ";
      line += cell.report == row.base ? "base" : relation_word(cell.relation);
      line += ":";
      const char* separator = " ";
      for (const Span span : cell.spans) {
        line += separator;
        line += reports.slice_of(cell.report, span);
        separator = " | ";
      }
      lines.push_back(line);
    }
    for (const ReportIndex report : row.not_in_text) {
      lines.push_back(reports.id(report) + " not in this text");
    }
    for (const UnknownReading& reading : row.unknown) {
      lines.push_back(reports.id(reading.report) +
                      " unknown: " + std::string(why_word(reading.why)));
    }
    for (const Difference& difference : row.differences) {
      std::vector<std::string> values;
      values.reserve(difference.values.size());
      for (const DifferenceValue& value : difference.values) {
        values.push_back(value.value);
      }
      std::sort(values.begin(), values.end());
      lines.push_back("values: " + values.front() + " / " + values.back());
    }
    std::sort(lines.begin(), lines.end());
    for (const std::string& line : lines) text += line + "\n";
    text += "\n";
  }
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

TEST(CollateTest, PutsStatementsIntoRows) {
  testing::check_cases("collate_rows.case", [](const testing::Case& one) {
    Reports reports = parse(one.input);
    const Matrix matrix = reports.collate();
    return describe(reports, matrix);
  });
}

TEST(CollateTest, OrderOfReportsChangesNothing) {
  testing::check_cases("collate_rows.case", [](const testing::Case& one) {
    Reports reports = parse(one.input);
    reports.reverse();
    const Matrix matrix = reports.collate();
    return describe(reports, matrix);
  });
}

// Beyond a bound equal sentences are not compared one by one; they stand in
// the row all the same, and each is linked to one of them.
TEST(CollateTest, TakesTextsThatManyPrintTogether) {
  Reports reports;
  constexpr std::size_t kPrints = 30;
  for (std::size_t i = 0; i < kPrints; ++i) {
    reports.add("print" + std::to_string(i),
                "A crane fell into the harbour of Norwick on Monday.\n\n"
                "Two divers searched the basin for the missing driver.");
  }
  reports.add("other",
              "On Monday a crane fell into the harbour of Norwick.\n\n"
              "The town council meets on Thursday to discuss new rules.");
  const Matrix matrix = reports.collate();
  ASSERT_EQ(matrix.rows.size(), 3U);
  std::vector<std::size_t> cells;
  cells.reserve(matrix.rows.size());
  for (const MatrixRow& row : matrix.rows) cells.push_back(row.cells.size());
  std::sort(cells.begin(), cells.end());
  EXPECT_EQ(cells, (std::vector<std::size_t>{1, kPrints, kPrints + 1}));
  std::vector<bool> linked(kPrints + 1, false);
  for (const Link& link : matrix.links) {
    linked[link.a] = true;
    linked[link.b] = true;
  }
  EXPECT_EQ(std::count(linked.begin(), linked.end(), true), kPrints + 1);
}

// Marks around a few words do not end the clause that goes on behind them.
TEST(CollateTest, AClauseGoesOnBehindWordsInMarks) {
  Reports reports;
  const std::string text =
      "According to Ruiz, the port has been the \"real winner\" of the spring "
      "floods in Halden.";
  reports.add("a", text);
  const auto span = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(text.find(words));
    return Span{at, at + static_cast<std::uint32_t>(words.size())};
  };
  Quotation quotation;
  quotation.form = QuotationForm::kMixed;
  quotation.content = {span("the port has been the \"real winner")};
  quotation.cue = {span("According to")};
  quotation.source = {span("Ruiz")};
  quotation.speaker = "Ruiz";
  quotation.confidence = 0.9;
  reports.quotations(0) = {quotation};
  const Matrix matrix = reports.collate();
  ASSERT_EQ(matrix.rows.size(), 1U);
  ASSERT_EQ(matrix.rows[0].cells[0].spans.size(), 1U);
  EXPECT_EQ(reports.slice_of(0, matrix.rows[0].cells[0].spans[0]),
            "the port has been the \"real winner\" of the spring floods in "
            "Halden");
}

TEST(CollateTest, NoStretchOfTextStandsInTwoRows) {
  Reports reports;
  reports.add("a",
              "The harbour of Norwick was closed on Monday because a crane "
              "fell into the water, and two workers were injured.");
  reports.add("b",
              "A crane fell into the water at Norwick harbour. Two workers "
              "were injured. The harbour of Norwick was closed.");
  const Matrix matrix = reports.collate();
  for (ReportIndex report = 0; report < 2; ++report) {
    std::vector<Span> spans;
    for (const MatrixRow& row : matrix.rows) {
      for (const Cell& cell : row.cells) {
        if (cell.report != report) continue;
        spans.insert(spans.end(), cell.spans.begin(), cell.spans.end());
      }
    }
    std::sort(spans.begin(), spans.end());
    for (std::size_t i = 1; i < spans.size(); ++i) {
      EXPECT_LE(spans[i - 1].end, spans[i].begin);
    }
  }
}

// A lead sums up what the body says in other words: one statement.
TEST(CollateTest, ALeadStandsInTheRowOfWhatItSumsUp) {
  Reports reports;
  reports.add("a",
              "The harbour board is the real loser of the strike at the old "
              "quay.\n\nShops in Norwick were closed all day.\n\nAfter a "
              "month of walkouts the harbour board must be called the main "
              "loser.");
  reports.add("b",
              "After a month of walkouts the harbour board has been the real "
              "loser of the strike.");
  const Matrix matrix = reports.collate();
  ASSERT_EQ(matrix.rows.size(), 2U);
  ASSERT_EQ(matrix.rows[0].cells.size(), 2U);
  EXPECT_EQ(matrix.rows[0].cells[0].spans.size(), 2U);
}

TEST(CollateTest, AttributionIsNoPartOfAStatement) {
  Reports reports;
  const std::string text = "The bridge is safe for all traffic, Ana Ruiz said.";
  reports.add("a", text);
  Quotation quotation;
  quotation.form = QuotationForm::kIndirect;
  quotation.content = {{0, 34}};
  quotation.cue = {{45, 49}};
  quotation.source = {{36, 44}};
  quotation.speaker = "Ana Ruiz";
  quotation.family = "f1";
  reports.quotations(0).push_back(quotation);
  const Matrix matrix = reports.collate();
  ASSERT_EQ(matrix.rows.size(), 1U);
  const Cell& cell = matrix.rows[0].cells[0];
  EXPECT_EQ(reports.slice_of(0, cell.spans[0]),
            "The bridge is safe for all traffic");
  EXPECT_EQ(cell.voice, Voice::kIndirect);
  EXPECT_EQ(cell.attributed_to, "Ana Ruiz");
  EXPECT_EQ(matrix.rows[0].support.attributed_to,
            std::vector<std::string>{"Ana Ruiz"});
}

TEST(CollateTest, ParatextStatesNothing) {
  Reports reports;
  Report& report = reports.add("a",
                               "Source: Norwick Gazette press office\n\n"
                               "The old ferry sank off the coast.");
  report.paratext = {{ParatextKind::kCredit, {0, 36}}};
  const Matrix matrix = reports.collate();
  ASSERT_EQ(matrix.rows.size(), 1U);
  EXPECT_EQ(reports.slice_of(0, matrix.rows[0].cells[0].spans[0]),
            "The old ferry sank off the coast");
}

TEST(CollateTest, NothingInNothingOut) {
  EXPECT_TRUE(collate({}).rows.empty());
  Reports reports;
  reports.add("a", "");
  reports.add("b", "...");
  EXPECT_TRUE(reports.collate().rows.empty());
}

TEST(CollateTest, LongTextWithoutStopsIsNoTrouble) {
  Reports reports;
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "who said 12 crates, and ";
  reports.add("a", text);
  reports.add("b", text + "13 crates");
  EXPECT_FALSE(reports.collate().rows.empty());
}

// The thing that a label stands for; none if there is no such label.
std::optional<std::uint32_t> thing_of(const Matrix& matrix,
                                      std::string_view text) {
  for (const Label& label : matrix.labels) {
    if (label.text == text) return label.thing;
  }
  return std::nullopt;
}

TEST(CollateTest, DescriptionsInOneSlotAreLabelsOfOneThing) {
  Reports reports;
  reports.add("a", "Mayor Ruiz opened the inquiry into the ferry accident.");
  reports.add("b",
              "Mayor Ruiz opened the investigation into the ferry accident.");
  reports.add("c",
              "Mayor Ruiz opened the exhibition at the old museum on Friday.");
  const Matrix matrix = reports.collate();
  ASSERT_TRUE(thing_of(matrix, "inquiry").has_value());
  EXPECT_EQ(thing_of(matrix, "inquiry"), thing_of(matrix, "investigation"));
  EXPECT_EQ(thing_of(matrix, "exhibition"), std::nullopt);
}

// What stands behind a name is no part of its label, unless two names are
// called by it; and names that share a word may be two.
TEST(CollateTest, LabelsHoldNoVerbsAndJoinNoOtherNames) {
  Reports reports;
  reports.add("a",
              "The River Board argues that the Norwick dam is safe for ten "
              "years.");
  reports.add("b",
              "The Harbour Board argues that the dam of Norwick is safe for "
              "ten years at least.");
  const Matrix matrix = reports.collate();
  for (const Label& label : matrix.labels) {
    EXPECT_EQ(label.text.find("argues"), std::string::npos) << label.text;
  }
  ASSERT_TRUE(thing_of(matrix, "River Board").has_value());
  ASSERT_TRUE(thing_of(matrix, "Harbour Board").has_value());
  EXPECT_NE(thing_of(matrix, "River Board"), thing_of(matrix, "Harbour Board"));
}

TEST(CollateTest, ADescriptionInTheSlotOfANameIsALabel) {
  Reports reports;
  reports.add("a",
              "Ruiz thanked the port for the boats it sent to the Ostra "
              "Valley during the spring floods.");
  reports.add("b",
              "Ruiz thanked the port for the boats it sent to the "
              "flooded valley during the spring floods.");
  std::vector<std::uint32_t> things;
  for (const Label& label : reports.collate().labels) {
    if (label.text == "Ostra Valley" || label.text == "flooded valley") {
      things.push_back(label.thing);
    }
  }
  ASSERT_EQ(things.size(), 2U);
  EXPECT_EQ(things[0], things[1]);
}

// The notice names both numbers, so the difference is what it corrects.
TEST(CollateTest, ADifferenceThatANoticeExplainsIsACorrection) {
  Reports reports;
  reports.add("a", "Acme ordered 24 night trains from the Kelder works.");
  reports.add("b",
              "CORRECTS number of trains to 42, not 24.\n\n"
              "Acme ordered 42 night trains from the Kelder works.");
  const Matrix matrix = reports.collate();
  std::vector<DifferenceKind> kinds;
  for (const MatrixRow& row : matrix.rows) {
    for (const Difference& one : row.differences) kinds.push_back(one.kind);
  }
  ASSERT_FALSE(kinds.empty());
  for (const DifferenceKind kind : kinds) {
    EXPECT_EQ(kind, DifferenceKind::kCorrection);
  }
}

TEST(CollateTest, NamesForOneThingStandSideBySide) {
  Reports reports;
  reports.add("a",
              "Envoys said the Ostland regime attacked the port of Halden.\n\n"
              "Sailors blamed the Ostland regime for the sunken ferries.");
  reports.add("b",
              "Envoys said the Karsk regime attacked the port of Halden.\n\n"
              "Sailors blamed the Karsk regime for the sunken ferries.");
  const Matrix matrix = reports.collate();
  std::vector<std::uint32_t> things;
  for (const Label& label : matrix.labels) {
    if (label.text == "the Ostland regime" ||
        label.text == "the Karsk regime") {
      things.push_back(label.thing);
      EXPECT_EQ(label.spans.size(), 2U);
    }
  }
  ASSERT_EQ(things.size(), 2U);
  EXPECT_EQ(things[0], things[1]);
}

// What the reports but "c" have in a row.
std::string describe_without_c(const Reports& reports, const MatrixRow& row) {
  std::string text;
  for (const Cell& cell : row.cells) {
    if (reports.id(cell.report) == "c") continue;
    text += reports.id(cell.report) + " " +
            std::string(relation_word(cell.relation));
    for (const Span span : cell.spans) {
      text += ": " + std::string(reports.slice_of(cell.report, span));
    }
    text += "\n";
  }
  return text;
}

std::vector<std::string> rows_without_c(Reports& reports) {
  std::vector<std::string> found;
  for (const MatrixRow& row : reports.collate().rows) {
    std::string text = describe_without_c(reports, row);
    if (!text.empty()) found.push_back(std::move(text));
  }
  std::sort(found.begin(), found.end());
  return found;
}

// A report that says nothing of them leaves the rows of others alone.
TEST(CollateTest, AFurtherReportLeavesOtherRowsAsTheyWere) {
  const std::string a =
      "The council of Norwick approved the new tram line after a long "
      "debate.\n\nA storm sank the night ferry to Port Ellen.";
  const std::string b =
      "The new tram line was approved by the council of Norwick.\n\n"
      "Divers found the night ferry, which a storm sank near Port Ellen.";
  Reports two;
  two.add("a", a);
  two.add("b", b);
  Reports three;
  three.add("a", a);
  three.add("b", b);
  three.add("c",
            "The museum of Halden shows old maps.\n\nIts director said "
            "that 4,000 guests came in spring.");
  EXPECT_EQ(rows_without_c(two), rows_without_c(three));
}

}  // namespace
}  // namespace stemma::collate
