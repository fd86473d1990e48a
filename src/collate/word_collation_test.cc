#include "collate/word_collation.h"

#include <deque>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/cases.h"
#include "text/analyze.h"

namespace stemma::collate {
namespace {

// Reports of which the whole text is one stretch.
class Texts {
 public:
  explicit Texts(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      Report& report = reports_.emplace_back();
      report.text = text;
      analyses_.push_back(text::analyze(report));
      stretches_.push_back({static_cast<ReportIndex>(stretches_.size()),
                            {{0, static_cast<std::uint32_t>(text.size())}}});
      witnesses_.push_back({&report, &analyses_.back(), nullptr});
    }
  }

  Collation collate(const CollationOptions& options = {}) const {
    return collate_words(witnesses_, stretches_, options);
  }
  std::string words(std::size_t reading, const std::vector<Span>& spans) const {
    std::string out;
    for (const Span span : spans) {
      if (!out.empty()) out += " ... ";
      out += slice(reports_[reading].text, span);
    }
    return out.empty() ? "-" : out;
  }

  std::vector<Stretch> stretches_;

 private:
  std::deque<Report> reports_;
  std::deque<Analysis> analyses_;
  std::vector<Witness> witnesses_;
};

std::string segment_text(const Texts& texts, const Segment& segment) {
  const bool agree =
      std::all_of(segment.wording.begin(), segment.wording.end(),
                  [](std::uint32_t number) { return number == 0; });
  std::string out;
  for (std::size_t r = 0; r < segment.spans.size(); ++r) {
    if (r > 0) out += " | ";
    out += texts.words(r, segment.spans[r]);
    if (agree) return out;
  }
  return "[" + out + "]";
}

std::string change_text(const Texts& texts, std::size_t reading,
                        const Change& change) {
  const std::string base = texts.words(0, change.base);
  const std::string words = texts.words(reading, change.spans);
  switch (change.kind) {
    case ChangeKind::kInserted:
      return "inserted " + words;
    case ChangeKind::kCut:
      return "cut " + base;
    case ChangeKind::kReplaced:
      return "replaced " + base + " > " + words;
    case ChangeKind::kMoved:
      return "moved " + base + " > " + words;
  }
  return "";
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST(CollateWordsTest, AgreesWithWhatIsWorkedOutByHand) {
  testing::check_cases("collation.case", [](const testing::Case& one) {
    const Texts texts(lines_of(one.input));
    const Collation found = texts.collate();
    std::string out;
    for (const Segment& segment : found.segments) {
      if (!out.empty()) out += ' ';
      out += segment_text(texts, segment);
    }
    for (std::size_t r = 0; r < found.changes.size(); ++r) {
      for (const Change& change : found.changes[r]) {
        out +=
            "\n" + std::to_string(r + 1) + ": " + change_text(texts, r, change);
      }
    }
    return out;
  });
}

TEST(CollateWordsTest, ChangesAreThoseOfTheBaseThatIsChosen) {
  const Texts texts({"Nine died.", "Nine men died.", "Ten men died."});
  const Collation found = texts.collate({.base = 1});
  EXPECT_EQ(found.base, 1U);
  ASSERT_EQ(found.changes[0].size(), 1U);
  EXPECT_EQ(found.changes[0][0].kind, ChangeKind::kCut);
  EXPECT_EQ(found.changes[0][0].base, (std::vector<Span>{{5, 8}}));
  EXPECT_EQ(found.changes[0][0].spans, (std::vector<Span>{{4, 4}}));
  EXPECT_TRUE(found.changes[1].empty());
  ASSERT_EQ(found.changes[2].size(), 1U);
  EXPECT_EQ(found.changes[2][0].kind, ChangeKind::kReplaced);
}

TEST(CollateWordsTest, WordsOutsideTheStretchAreNotLookedAt) {
  Texts texts({"Rain fell. Nine men died. Wind blew.", "Nine died."});
  texts.stretches_[0].spans = {{11, 15}, {20, 24}};  // "Nine", "died"
  const Collation found = texts.collate();
  EXPECT_TRUE(found.changes[1].empty());
  ASSERT_EQ(found.segments.size(), 1U);
  EXPECT_EQ(found.segments[0].spans[0],
            (std::vector<Span>{{11, 15}, {20, 24}}));
  EXPECT_EQ(found.segments[0].spans[1], (std::vector<Span>{{0, 9}}));
}

TEST(CollateWordsTest, ShortRunsCanBePassedOver) {
  const Texts texts({"Holt praised the crew of the ferry.",
                     "The crew of the ferry praised Holt."});
  const auto moves = [&](std::uint32_t least) {
    const Collation found = texts.collate({.least_moved = least});
    return std::count_if(
        found.changes[1].begin(), found.changes[1].end(),
        [](const Change& one) { return one.kind == ChangeKind::kMoved; });
  };
  EXPECT_EQ(moves(1), 2);  // "praised" and "Holt"
  EXPECT_EQ(moves(2), 0);
}

TEST(CollateWordsTest, EmptyStretchesAreReadings) {
  Texts texts({"", "Nine died.", "..."});
  const Collation found = texts.collate();
  ASSERT_EQ(found.segments.size(), 1U);
  EXPECT_EQ(found.segments[0].wording, (std::vector<std::uint32_t>{0, 1, 0}));
  EXPECT_EQ(found.changes[1].size(), 1U);
  EXPECT_TRUE(found.changes[2].empty());
}

}  // namespace
}  // namespace stemma::collate
