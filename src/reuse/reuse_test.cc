#include "reuse/reuse.h"

#include <deque>
#include <functional>
#include <string>
#include <tuple>
#include <utility>
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

  void date_last(std::int64_t seconds) {
    reports_.back().published = {seconds, TimePrecision::kSecond,
                                 TimeOrigin::kField};
  }

  ReuseResult find(const ReuseOptions& options = {},
                   const Loop& loop = run_in_order) const {
    return find_reuse(witnesses(), options, loop);
  }

  std::vector<Witness> witnesses() const {
    std::vector<Witness> witnesses;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      witnesses.push_back({&reports_[i], &analyses_[i], nullptr});
    }
    return witnesses;
  }

  std::string text(ReportIndex report, Span span) const {
    return std::string(slice(reports_[report].text, span));
  }

 private:
  static Analysis plain_analysis(std::string_view text) {
    Analysis analysis;
    bool quoted = false;
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
        quoted = quoted != (text[i] == '"');
      } else {
        while (end < text.size() && text[end] != ' ' && text[end] != '.' &&
               text[end] != '"') {
          ++end;
        }
        token.quoted = quoted;
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

// A sentence printed word for word between two tellings of one event: what
// these share by chance neither widens it nor is a passage by itself.
TEST(FindReuseTest, FindsWhatIsVerbatimBesideWordsSharedByChance) {
  const std::string chance_a =
      "harbour crews fought flames near warehouse nine until sunrise came. "
      "nobody knew why cargo burned. ";
  const std::string chance_b =
      "flames near harbour warehouse nine kept families awake. fishing crews "
      "asked why officials waited until sunrise. ";
  const std::string printed =
      "voters chose seventeen councillors yesterday while rain kept turnout "
      "below every forecast made during spring and three polling halls on "
      "outer islands opened late because morning mail boats stayed moored.";
  Reports reports;
  reports.add("a", chance_a + printed);
  reports.add("b", chance_b + printed);
  reports.add("c", chance_a);
  const ReuseResult result = reports.find();
  ASSERT_FALSE(result.passages.empty());
  const Passage& passage = result.passages[0];
  EXPECT_EQ(passage.kind, PassageKind::kVerbatim);
  EXPECT_EQ(reports.text(passage.a, passage.span_a), printed);
  EXPECT_EQ(reports.text(passage.b, passage.span_b), printed);
  for (const Passage& other : result.passages) {
    EXPECT_FALSE(other.a == 1 && other.b == 2);
  }
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

TEST(FindReuseTest, OnlyPairsWithATextThatIsAskedAbout) {
  Reports reports;
  reports.add("a", std::string(kFire) + " tides were low.");
  reports.add("b", std::string(kFire) + " " + kOther);
  reports.add("c", kFire);
  ReuseOptions options;
  EXPECT_EQ(reports.find(options).passages.size(), 3U);
  options.asked_from = 2;
  ReuseResult result = reports.find(options);
  ASSERT_EQ(result.passages.size(), 2U);
  EXPECT_EQ(result.passages[0].b, 2U);
  EXPECT_EQ(result.passages[1].b, 2U);
  // The first of equal texts stands for the one that is asked about.
  reports.add("d", std::string(kFire) + " tides were low.");
  options.asked_from = 3;
  result = reports.find(options);
  ASSERT_EQ(result.passages.size(), 2U);
  EXPECT_EQ(result.passages[0].a, 0U);
  EXPECT_EQ(result.passages[1].a, 0U);
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

// The sentence with numbered words before it, so that no two are equal.
std::string told_by(int reporter, std::string_view sentence) {
  std::string text;
  for (int i = 0; i < 30; ++i) {
    text += 'w' + std::to_string(reporter * 100 + i) + ' ';
  }
  return text + "end. " + std::string(sentence);
}

TEST(FindReuseTest, WhatAnOutletRepeatsIsFlaggedAndNotMatched) {
  Reports reports;
  for (int i = 0; i < 5; ++i) reports.add("a", told_by(i, kFire));
  const ReuseResult result = reports.find();
  EXPECT_TRUE(result.passages.empty());
  ASSERT_EQ(result.boilerplate.size(), 5U);
  for (ReportIndex i = 0; i < 5; ++i) {
    ASSERT_EQ(result.boilerplate[i].size(), 1U);
    EXPECT_EQ(reports.text(i, result.boilerplate[i][0]), kFire);
  }
}

TEST(FindReuseTest, WhatFourReportsOrFiveOutletsHaveIsNoBoilerplate) {
  Reports four;
  for (int i = 0; i < 4; ++i) four.add("a", told_by(i, kFire));
  EXPECT_EQ(four.find().passages.size(), 6U);
  Reports outlets;
  for (int i = 0; i < 5; ++i) {
    outlets.add(std::to_string(i), told_by(i, kFire));
  }
  EXPECT_EQ(outlets.find().passages.size(), 10U);
}

TEST(FindReuseTest, TheLargerPartOfAReportIsNoBoilerplate) {
  Reports reports;
  for (const char* own : {"one.", "two.", "three.", "four.", "five."}) {
    reports.add("a", std::string(kFire) + " " + own);
  }
  const ReuseResult result = reports.find();
  EXPECT_EQ(result.passages.size(), 10U);
  for (const auto& spans : result.boilerplate) EXPECT_TRUE(spans.empty());
}

TEST(FindReuseTest, OneTextInManyVersionsIsFoundInAll) {
  // More reports than share a pair of words that still says something.
  Reports reports;
  for (int i = 0; i < 60; ++i) {
    reports.add(std::to_string(i), std::string(kFire) + " " + kOther + " w" +
                                       std::to_string(i) + ".");
  }
  std::vector<bool> found(60, false);
  for (const Passage& passage : reports.find().passages) {
    found[passage.a] = found[passage.b] = true;
  }
  EXPECT_EQ(found, std::vector<bool>(60, true));
}

TEST(FindReuseTest, PairsFurtherApartInTimeArePassedOver) {
  constexpr std::int64_t kDay = 86400;
  Reports reports;
  for (const std::int64_t day : {0, 20, 40}) {
    reports.add("a", std::string(kFire) + " w" + std::to_string(day) + ".");
    reports.date_last(day * kDay);
  }
  reports.add("a", std::string(kFire) + " undated.");
  ReuseOptions options;
  options.within_seconds = 30 * kDay;
  std::vector<std::pair<ReportIndex, ReportIndex>> pairs;
  for (const Passage& passage : reports.find(options).passages) {
    pairs.emplace_back(passage.a, passage.b);
  }
  const std::vector<std::pair<ReportIndex, ReportIndex>> expected{
      {0, 1}, {0, 3}, {1, 2}, {1, 3}, {2, 3}};
  EXPECT_EQ(pairs, expected);
}

TEST(FindReuseTest, TellsHowMuchOfAPassageIsQuoted) {
  Reports reports;
  const std::string said = "\"" + std::string(kFire) + "\"";
  reports.add("a", said + " one.");
  reports.add("b", said + " two.");
  const ReuseResult result = reports.find();
  ASSERT_EQ(result.passages.size(), 1U);
  EXPECT_DOUBLE_EQ(result.passages[0].quoted, 1.0);
  Reports plain;
  plain.add("a", std::string(kFire) + " one.");
  plain.add("b", std::string(kFire) + " two.");
  EXPECT_DOUBLE_EQ(plain.find().passages.at(0).quoted, 0.0);
}

TEST(FindReuseTest, ShowsTheWordsThatBothSidesHave) {
  Reports reports;
  reports.add("a", kFire);
  std::string edited = kFire;
  edited.replace(edited.find("burning"), 7, "smoking");
  reports.add("b", edited);
  const ReuseResult result = reports.find();
  ASSERT_EQ(result.passages.size(), 1U);
  const std::vector<AlignedRun>& runs = result.passages[0].aligned;
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(reports.text(0, runs[0].a),
            "the harbour master of Lunholm closed both ferry piers after "
            "midnight when");
  EXPECT_EQ(reports.text(1, runs[0].b), reports.text(0, runs[0].a));
  EXPECT_EQ(reports.text(0, runs[1].a),
            "cargo drifted towards moored fishing boats near warehouse nine");
  EXPECT_EQ(reports.text(1, runs[1].b), reports.text(0, runs[1].a));
}

TEST(FindReuseTest, FindsPiecesInAnotherOrder) {
  Reports reports;
  reports.add("a", std::string(kFire) + " " + told_by(1, kOther));
  reports.add("b", std::string(kOther) + " " + told_by(2, kFire));
  const ReuseResult result = reports.find();
  ASSERT_EQ(result.passages.size(), 2U);
  EXPECT_EQ(reports.text(0, result.passages[0].span_a), kFire);
  EXPECT_EQ(reports.text(1, result.passages[0].span_b), kFire);
  EXPECT_EQ(reports.text(0, result.passages[1].span_a), kOther);
  EXPECT_EQ(reports.text(1, result.passages[1].span_b), kOther);
}

// Sentences of numbered words; every third report takes some of an earlier one.
Reports made_up_reports(int count) {
  Reports reports;
  std::vector<std::string> texts;
  std::uint64_t state = 1;
  const auto below = [&](std::uint64_t limit) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return (state >> 33U) % limit;
  };
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (int k = 1; k <= 60; ++k) {
      text += 'v' + std::to_string(below(below(3000) + 1));
      text += k % 12 == 0 ? ". " : " ";
    }
    if (i % 3 == 2) {
      const std::string& other = texts[below(texts.size())];
      text += other.substr(0, other.find(' ', other.size() * 3 / 4));
    }
    texts.push_back(text);
    reports.add(std::to_string(i % 7), text);
  }
  return reports;
}

void expect_same(const ReuseResult& x, const ReuseResult& y) {
  ASSERT_EQ(x.passages.size(), y.passages.size());
  for (std::size_t i = 0; i < x.passages.size(); ++i) {
    const Passage& p = x.passages[i];
    const Passage& q = y.passages[i];
    EXPECT_EQ(std::tie(p.a, p.b, p.span_a, p.span_b, p.kind, p.similarity),
              std::tie(q.a, q.b, q.span_a, q.span_b, q.kind, q.similarity));
    EXPECT_EQ(p.aligned, q.aligned);
  }
  EXPECT_EQ(x.partners_cut, y.partners_cut);
  EXPECT_EQ(x.boilerplate, y.boilerplate);
}

TEST(FindReuseTest, LessMemoryFindsTheSame) {
  const Reports reports = made_up_reports(400);
  const ReuseResult plenty = reports.find();
  EXPECT_GT(plenty.passages.size(), 100U);
  ReuseOptions options;
  options.memory_bytes = 100'000;
  expect_same(plenty, reports.find(options));
}

TEST(FindReuseTest, TheOrderOfTheWorkChangesNothing) {
  const Reports reports = made_up_reports(400);
  const Loop backward = [](std::size_t count,
                           const std::function<void(std::size_t)>& body) {
    for (std::size_t i = count; i-- > 0;) body(i);
  };
  expect_same(reports.find(), reports.find({}, backward));
}

std::string place_of(const Passage& passage) {
  return std::to_string(passage.a) + ':' +
         std::to_string(passage.span_a.begin) + ' ' +
         std::to_string(passage.b) + ':' +
         std::to_string(passage.span_b.begin) + '\n';
}

TEST(FindReuseTest, PassagesAreHandedOnInTheirOrder) {
  const Reports reports = made_up_reports(400);
  const ReuseResult held = reports.find();
  std::string expected;
  for (const Passage& passage : held.passages) expected += place_of(passage);
  std::string shown;
  const PassageUse use{[](std::span<const Passage> passages) {
                         std::string out;
                         for (const Passage& each : passages) {
                           out += place_of(each);
                         }
                         return out;
                       },
                       [&](const ReuseResult& found, const std::string& part) {
                         EXPECT_EQ(found.partners_cut, held.partners_cut);
                         EXPECT_EQ(found.equal, held.equal);
                         shown += part;
                         return true;
                       }};
  EXPECT_TRUE(find_reuse(reports.witnesses(), {}, use).passages.empty());
  EXPECT_EQ(shown, expected);
}

TEST(FindReuseTest, WhoTakesPassagesMayEndTheSearch) {
  const Reports reports = made_up_reports(400);
  int taken = 0;
  find_reuse(
      reports.witnesses(), {},
      {[](std::span<const Passage>) { return std::string(); },
       [&](const ReuseResult&, const std::string&) { return ++taken < 2; }});
  EXPECT_EQ(taken, 2);
}

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

TEST(FindReuseTest, TextsEqualButForCaseAreOneVerbatimPassage) {
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

TEST(FindReuseTest, OddTextsAreAnsweredInBoundedTime) {
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

TEST(FindReuseTest, OneSentenceInAThousandReportsCostsAThousandReports) {
  std::vector<std::string> texts;
  for (int i = 0; i < 1000; ++i) texts.push_back(told_by(i, kFire));
  const ReuseResult result = find_in_texts(texts);
  EXPECT_GE(result.passages.size(), 999U);
  EXPECT_LE(result.passages.size(), 64'000U);
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
