#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "collate/collate_fixture.h"
#include "support/cases.h"

namespace stemma::collate {
namespace {

std::string kind_word(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::kConflict:
      return "conflict";
    case DifferenceKind::kLaterFigure:
      return "later figure";
    case DifferenceKind::kCorrection:
      return "correction";
    case DifferenceKind::kOtherScope:
      return "other scope";
    case DifferenceKind::kUnclear:
      return "unclear";
    case DifferenceKind::kRounding:
      return "rounding";
    case DifferenceKind::kTranslation:
      return "translation";
    case DifferenceKind::kHedge:
      return "hedge";
    case DifferenceKind::kAttributionDropped:
      return "attribution dropped";
    case DifferenceKind::kAgentDropped:
      return "agent dropped";
    case DifferenceKind::kUpdate:
      return "update";
  }
  return "";
}

// Of a kind of readings that stay same, reworded or partial no fact is named.
std::string fact_word(const Difference& one) {
  if (one.kind > DifferenceKind::kUnclear) return "";
  switch (one.fact) {
    case Fact::kNumber:
      return " number";
    case Fact::kDate:
      return " date";
    case Fact::kName:
      return " name";
    case Fact::kPlace:
      return " place";
    case Fact::kPerson:
      return " person";
    case Fact::kDeed:
      return " deed";
    case Fact::kCause:
      return " cause";
  }
  return "";
}

std::string describe(const Reports& reports, const Matrix& matrix) {
  std::vector<std::string> lines;
  for (const MatrixRow& row : matrix.rows) {
    for (const Difference& one : row.differences) {
      std::vector<std::string> values;
      for (const DifferenceValue& value : one.values) {
        EXPECT_EQ(value.value, reports.slice_of(value.report, value.span));
        values.push_back(reports.id(value.report) + " " + value.value);
      }
      std::sort(values.begin(), values.end());
      lines.push_back(kind_word(one.kind) + fact_word(one) + ": " +
                      values.front() + " / " + values.back());
    }
  }
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) {
    if (!text.empty()) text += '\n';
    text += line;
  }
  return text.empty() ? "none" : text;
}

TEST(DifferencesTest, EachKindIsFoundAndNamed) {
  testing::check_cases("collate_differences.case", [](const auto& one) {
    Reports reports = parse(one.input);
    const Matrix matrix = reports.collate();
    return describe(reports, matrix);
  });
}

Quotation indirect(Span content, Span source, std::string speaker) {
  Quotation quotation;
  quotation.form = QuotationForm::kIndirect;
  quotation.content = {content};
  quotation.source = {source};
  quotation.speaker = std::move(speaker);
  quotation.speaker_basis = SpeakerBasis::kName;
  quotation.family = "f1";
  return quotation;
}

TEST(DifferencesTest, AnAttributionThatOneReadingLacksIsListed) {
  Reports reports;
  reports.add("a", "The ferry hit a rock near Halden, said Ana Ruiz.");
  reports.quotations(0).push_back(indirect({0, 32}, {39, 47}, "Ana Ruiz"));
  reports.add("b", "The ferry hit a rock near Halden.");
  const Matrix matrix = reports.collate();
  EXPECT_EQ(describe(reports, matrix),
            "attribution dropped: a Ana Ruiz / "
            "b The ferry hit a rock near Halden");
  for (const Cell& cell : matrix.rows.at(0).cells) {
    EXPECT_NE(cell.relation, Relation::kDiffers);
  }
}

// "stressing" reports what she says, though it is no quotation that is found.
TEST(DifferencesTest, AWordOfSayingIsNoLackOfAttribution) {
  Reports reports;
  reports.add("a", "The ferry hit a rock near Halden, said Ana Ruiz.");
  reports.quotations(0).push_back(indirect({0, 32}, {39, 47}, "Ana Ruiz"));
  reports.add("b",
              "She left early, stressing that the ferry hit a rock near "
              "Halden.");
  const Matrix matrix = reports.collate();
  EXPECT_EQ(describe(reports, matrix), "none");
  EXPECT_TRUE(
      std::any_of(matrix.rows.begin(), matrix.rows.end(),
                  [](const MatrixRow& row) { return row.cells.size() == 2; }));
}

TEST(DifferencesTest, OneUtteranceOfTwoSpeakersDiffersInThePerson) {
  Reports reports;
  reports.add("a", "The ferry hit a rock near Halden, said Ana Ruiz.");
  reports.quotations(0).push_back(indirect({0, 32}, {39, 47}, "Ana Ruiz"));
  reports.add("b", "The ferry hit a rock near Halden, said Jon Kell.");
  reports.quotations(1).push_back(indirect({0, 32}, {39, 47}, "Jon Kell"));
  EXPECT_EQ(describe(reports, reports.collate()),
            "unclear person: a Ana Ruiz / b Jon Kell");
}

// The language that was spoken is not known, so other words are no change.
TEST(DifferencesTest, AQuotationInOtherWordsMayBeATranslation) {
  Reports reports;
  const std::string a = "The harbour shall reopen before the autumn storms";
  const std::string b = "The harbour will open again before autumn storms";
  for (const std::string& words : {a, b}) {
    reports.add(words == a ? "a" : "b", "\"" + words + ",\" said Ana Ruiz.");
    const auto end = static_cast<std::uint32_t>(words.size() + 1);
    Quotation quotation = indirect({1, end}, {end + 8, end + 16}, "Ana Ruiz");
    quotation.form = QuotationForm::kDirect;
    reports.quotations(words == a ? 0 : 1).push_back(quotation);
  }
  EXPECT_EQ(describe(reports, reports.collate()),
            "translation: a " + a + " / b " + b);
}

}  // namespace
}  // namespace stemma::collate
