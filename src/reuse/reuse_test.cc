#include "reuse/reuse.h"

#include <deque>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/hash.h"

namespace stemma::reuse {
namespace {

// Reports with the plainest analysis that find_reuse needs: words between
// blanks, sentences up to a stop.
class Reports {
 public:
  void add(std::string outlet, std::string text) {
    Report& report = reports_.emplace_back();
    report.outlet = std::move(outlet);
    report.text = std::move(text);
    analyses_.push_back(plain_analysis(report.text));
  }

  ReuseResult find(const ReuseOptions& options = {}) const {
    std::vector<Witness> witnesses;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      witnesses.push_back({&reports_[i], &analyses_[i], nullptr});
    }
    return find_reuse(witnesses, options);
  }

  std::string text(ReportIndex report, Span span) const {
    return std::string(slice(reports_[report].text, span));
  }

 private:
  static Analysis plain_analysis(std::string_view text) {
    Analysis analysis;
    std::uint32_t first = 0;
    for (std::uint32_t i = 0; i < text.size();) {
      std::uint32_t end = i + 1;
      Token token;
      if (text[i] == ' ') {
        i = end;
        continue;
      }
      if (text[i] == '.' || text[i] == '"') {
        token.kind = TokenKind::kPunctuation;
      } else {
        while (end < text.size() && text[end] != ' ' && text[end] != '.') ++end;
      }
      token.span = {i, end};
      token.fold = token.stem = hash_bytes(slice(text, token.span));
      analysis.tokens.push_back(token);
      if (text[i] == '.') {
        close(analysis, first);
      }
      i = end;
    }
    close(analysis, first);
    return analysis;
  }

  static void close(Analysis& analysis, std::uint32_t& first) {
    const auto end = static_cast<std::uint32_t>(analysis.tokens.size());
    if (end == first) return;
    Sentence sentence;
    sentence.first_token = first;
    sentence.last_token = end;
    sentence.span = {analysis.tokens[first].span.begin,
                     analysis.tokens[end - 1].span.end};
    analysis.sentences.push_back(sentence);
    first = end;
  }

  std::deque<Report> reports_;
  std::deque<Analysis> analyses_;
};

constexpr const char* kFire =
    "the harbour master of Lunholm closed both ferry piers after midnight "
    "when burning cargo drifted towards moored fishing boats near warehouse "
    "nine.";
constexpr const char* kOther =
    "voters chose seventeen councillors yesterday while rain kept turnout "
    "below every forecast made during spring.";

TEST(FindReuseTest, FindsAVerbatimSentenceBetweenOtherText) {
  Reports reports;
  reports.add("a", std::string("a mild evening in town. ") + kFire);
  reports.add("b", std::string(kFire) + " " + kOther);
  const ReuseResult result = reports.find();
  ASSERT_EQ(result.passages.size(), 1U);
  const Passage& passage = result.passages[0];
  EXPECT_EQ(reports.text(0, passage.span_a), kFire);
  EXPECT_EQ(reports.text(1, passage.span_b), kFire);
  EXPECT_EQ(passage.kind, PassageKind::kVerbatim);
  EXPECT_DOUBLE_EQ(passage.similarity, 1.0);
}

TEST(FindReuseTest, FindsWordsInAnotherOrder) {
  Reports reports;
  reports.add("a", kFire);
  reports.add("b",
              "when burning cargo drifted near warehouse nine towards moored "
              "fishing boats both ferry piers were closed after midnight by "
              "the Lunholm harbour master.");
  const ReuseResult result = reports.find();
  ASSERT_EQ(result.passages.size(), 1U);
  EXPECT_EQ(result.passages[0].kind, PassageKind::kParaphrase);
}

TEST(FindReuseTest, OtherTextsShareNothing) {
  Reports reports;
  reports.add("a", kFire);
  reports.add("b", kOther);
  EXPECT_TRUE(reports.find().passages.empty());
}

TEST(FindReuseTest, EqualTextsAreOneGroupAndNoPairs) {
  Reports reports;
  for (int i = 0; i < 50; ++i) reports.add("outlet", kFire);
  const ReuseResult result = reports.find();
  ASSERT_EQ(result.equal.size(), 1U);
  EXPECT_EQ(result.equal[0].size(), 50U);
  EXPECT_TRUE(result.passages.empty());
}

TEST(FindReuseTest, CrossOutletPassesOverPairsOfOneOutlet) {
  Reports reports;
  reports.add("a", kFire);
  reports.add("a", std::string(kFire) + " " + kOther);
  reports.add("b", std::string(kFire) + " tides were low.");
  ReuseOptions options;
  EXPECT_EQ(reports.find(options).passages.size(), 3U);
  options.cross_outlet = true;
  EXPECT_EQ(reports.find(options).passages.size(), 2U);
}

TEST(FindReuseTest, AGroupOfEqualTextsIsPairedIfAnyMemberMayBe) {
  Reports reports;
  reports.add("a", kFire);
  reports.add("b", kFire);
  reports.add("a", std::string(kFire) + " " + kOther);
  ReuseOptions options;
  options.cross_outlet = true;
  const ReuseResult result = reports.find(options);
  ASSERT_EQ(result.passages.size(), 1U);
  EXPECT_EQ(result.passages[0].a, 0U);
  EXPECT_EQ(result.passages[0].b, 2U);
}

TEST(FindReuseTest, KeepsTheBestPartnersAndCountsTheOthers) {
  Reports reports;
  // All share the sentence; each has a word of its own.
  for (const char* own : {"one.", "two.", "three.", "four."}) {
    reports.add("a", std::string(kFire) + " " + own);
  }
  ReuseOptions options;
  options.max_partners = 1;
  const ReuseResult result = reports.find(options);
  // Of 6 pairs 3 remain: each report's best, the first of equals.
  EXPECT_EQ(result.passages.size(), 3U);
  const std::vector<std::uint32_t> cut{0, 2, 2, 2};
  EXPECT_EQ(result.partners_cut, cut);
}

TEST(FindReuseTest, PassagesShorterThanAskedForAreNotReported) {
  Reports reports;
  reports.add("a", kFire);
  reports.add("b", std::string(kFire) + " " + kOther);
  ReuseOptions options;
  options.min_words = 22;  // the sentence has 22
  EXPECT_EQ(reports.find(options).passages.size(), 1U);
  options.min_words = 23;
  EXPECT_TRUE(reports.find(options).passages.empty());
}

TEST(FindReuseTest, ReportsWithoutWordsAndOfOneWordAreNoTrouble) {
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
