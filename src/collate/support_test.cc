// What the matrix says of a row besides its readings: why one is unknown, who
// vouches for it, whose words it is in.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "collate/collate_fixture.h"

namespace stemma::collate {
namespace {

constexpr std::string_view kLead =
    "A landslide buried the station of Quill Bay.";

// The words that show why a reading of a report is unknown.
std::vector<std::string> evidence(Reports& reports, ReportIndex report) {
  std::vector<std::string> words;
  for (const MatrixRow& row : reports.collate().rows) {
    for (const UnknownReading& one : row.unknown) {
      if (one.report != report) continue;
      words.emplace_back(reports.slice_of(one.evidence_in, one.evidence));
    }
  }
  return words;
}

using Words = std::vector<std::string>;

TEST(SupportTest, ACutHeadIsShownByItsFirstWords) {
  Reports reports;
  reports.add("a", std::string(kLead) + "\n\nThe minister came on Monday.");
  reports.add("b", "He came to the valley. The minister came on Monday.");
  EXPECT_EQ(evidence(reports, 1), Words{"He came to the valley"});
}

TEST(SupportTest, ACutTailIsShownByItsLastWords) {
  Reports reports;
  reports.add("a", std::string(kLead) + "\n\nTrains will run in spring.");
  reports.add(
      "b", std::string(kLead) + "\n\nThe company that owns the line has ...");
  EXPECT_EQ(evidence(reports, 1), Words{"that owns the line has ..."});
}

TEST(SupportTest, ACutInsideIsShownByItsMark) {
  Reports reports;
  const std::string end = "\n\nTrains will run in spring.";
  reports.add("a", std::string(kLead) + "\n\nBuses stood idle." + end);
  reports.add("b", std::string(kLead) + "\n\n[...]" + end);
  EXPECT_EQ(evidence(reports, 1), Words{"[...]"});
}

TEST(SupportTest, APaywallIsShownByItsNotice) {
  Reports reports;
  reports.add("a", std::string(kLead) + "\n\nTrains will run in spring.");
  reports.add("b", std::string(kLead) + "\n\nSubscribe to read on.");
  EXPECT_EQ(evidence(reports, 1), Words{"Subscribe to read"});
}

TEST(SupportTest, AnEarlierReportIsShownByTheDayThatAnotherNames) {
  Reports reports;
  reports.add("a", std::string(kLead));
  reports.add("b",
              std::string(kLead) + "\n\nA minister came on 11 December 2023.");
  reports.published(1).seconds += 3 * kDay;
  EXPECT_EQ(evidence(reports, 0), Words{"11 December 2023"});
}

Span span_of(const std::string& text, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

// A report that tells `said` as the words of `speaker`.
void add_said(Reports& reports, std::string id, const std::string& said,
              const std::string& source, std::string speaker) {
  const std::string text = said + ", " + source + " said.";
  reports.add(std::move(id), text);
  Quotation quotation;
  quotation.form = QuotationForm::kIndirect;
  quotation.content = {span_of(text, said)};
  quotation.source = {span_of(text, source)};
  quotation.cue = {span_of(text, "said")};
  quotation.speaker = std::move(speaker);
  reports.last_quotations().push_back(std::move(quotation));
}

TEST(SupportTest, CountsWhoIsSaidToSayIt) {
  const std::string said = "The bridge of Halden is safe for all trains";
  Reports reports;
  add_said(reports, "a", said, "police", "police");
  add_said(reports, "b", said, "the police", "the police");
  add_said(reports, "c", said, "Ana Ruiz", "Ana Ruiz");
  add_said(reports, "d", said, "she", "");
  reports.add("e", said + ".");
  const Matrix matrix = reports.collate();
  ASSERT_EQ(matrix.rows.size(), 1U);
  const Support& support = matrix.rows[0].support;
  EXPECT_EQ(support.reports, 5U);
  EXPECT_EQ(support.attributed_to, (Words{"the police", "Ana Ruiz"}));
  EXPECT_EQ(support.unnamed, 1U);
  EXPECT_EQ(support.not_attributed, 1U);
}

TEST(SupportTest, EachReadingHasAVoice) {
  const std::string said = "The bridge of Halden is safe for all trains";
  Reports reports;
  reports.add("outlet", said + ".");
  add_said(reports, "indirect", said, "Ana Ruiz", "Ana Ruiz");
  const std::string text = "\"" + said + "\", Ana Ruiz said.";
  reports.add("quoted", text);
  Quotation quotation;
  quotation.content = {span_of(text, said)};
  quotation.source = {span_of(text, "Ana Ruiz")};
  quotation.cue = {span_of(text, "said")};
  quotation.speaker = "Ana Ruiz";
  reports.last_quotations().push_back(quotation);
  reports.add("heading", said +
                             "\n\nThe harbour museum shows old maps to "
                             "children from six schools.");
  reports.add("scare", "The bridge of Halden is \"safe\" for all trains.");
  const Matrix matrix = reports.collate();
  ASSERT_EQ(matrix.rows[0].cells.size(), 5U);
  std::vector<Voice> voices;
  for (const Cell& cell : matrix.rows[0].cells) voices.push_back(cell.voice);
  EXPECT_EQ(voices,
            (std::vector{Voice::kOutlet, Voice::kIndirect, Voice::kQuoted,
                         Voice::kHeading, Voice::kOutlet}));
}

}  // namespace
}  // namespace stemma::collate
