// What a run knows of the texts that are in the index: groups of equal texts
// and what an outlet repeats. Every case is held against one run over all.
#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "reuse/added.h"
#include "reuse/reuse.h"

namespace stemma::reuse {
namespace {

constexpr const char* kFire =
    "The harbour master of Lunholm closed both ferry piers after midnight "
    "when burning cargo drifted towards moored fishing boats near warehouse "
    "nine.";
constexpr const char* kLetter =
    "Subscribe to our weekly letter from the coast for free.";

constexpr std::int64_t kDay = 86400;

Report report_of(std::string id, std::string outlet, std::string text,
                 int day = 0) {
  Report report;
  report.id = std::move(id);
  report.outlet = std::move(outlet);
  report.language = "en";
  report.text = std::move(text);
  if (day > 0) {
    report.published = {day * kDay, TimePrecision::kDay, TimeOrigin::kField};
  }
  return report;
}

// A sentence that no other report has, long enough that the letter is the
// smaller part.
std::string own_text(int number) {
  static const std::array<const char*, 12> kNames{
      "Arn",  "Bell", "Cole", "Dunn", "Eddis", "Fenn",
      "Gant", "Hobb", "Ince", "Jarl", "Keld",  "Lorn"};
  const std::string name = kNames.at(static_cast<std::size_t>(number));
  return "Councillor " + name + " opened the " + name +
         " museum and then spoke at length about the old " + name +
         " mill beside the " + name + " river. ";
}

// What was said of reports, by their ids.
struct Said {
  std::map<std::string, std::vector<std::string>> boilerplate;
  std::set<std::vector<std::string>> equal;
  std::set<std::pair<std::string, std::string>> pairs;
};

template <typename ReportAt>
void say(const ReuseResult& found, const ReportAt& report, Said& said) {
  for (ReportIndex r = 0; r < found.boilerplate.size(); ++r) {
    for (const Span span : found.boilerplate[r]) {
      said.boilerplate[report(r).id].emplace_back(slice(report(r).text, span));
    }
  }
  for (const std::vector<ReportIndex>& group : found.equal) {
    std::vector<std::string> ids;
    for (const ReportIndex r : group) ids.push_back(report(r).id);
    said.equal.insert(ids);
  }
  for (const Passage& passage : found.passages) {
    said.pairs.emplace(report(passage.a).id, report(passage.b).id);
  }
}

std::vector<Witness> witnesses_of(const std::vector<Report>& reports) {
  std::vector<Witness> witnesses;
  witnesses.reserve(reports.size());
  for (const Report& report : reports) {
    witnesses.push_back({&report, nullptr, nullptr});
  }
  return witnesses;
}

// One run over all.
Said at_once(const std::vector<Report>& reports,
             const ReuseOptions& options = {}) {
  Said said;
  say(
      find_reuse(witnesses_of(reports), options),
      [&](ReportIndex r) -> const Report& { return reports[r]; }, said);
  return said;
}

// What each run says that adds one of `parts` to an index.
std::vector<Said> in_parts(const std::vector<std::vector<Report>>& parts,
                           const ReuseOptions& options = {}) {
  std::vector<Said> all;
  std::string bytes;
  for (const std::vector<Report>& part : parts) {
    std::vector<std::uint64_t> aligned(bytes.size() / 8 + 1);
    bytes.copy(reinterpret_cast<char*>(aligned.data()), bytes.size());
    const auto view = IndexView::read(
        {reinterpret_cast<const char*>(aligned.data()), bytes.size()});
    EXPECT_TRUE(view);
    const auto added = add_reports(witnesses_of(part), *view, options);
    EXPECT_TRUE(added);
    say(
        added->found,
        [&](ReportIndex r) -> const Report& {
          return r < added->known.size()
                     ? added->known[r]
                     : part[added->added[r - added->known.size()]];
        },
        all.emplace_back());
    bytes += added->bytes;
  }
  return all;
}

std::vector<Report> range(const std::vector<Report>& reports, int begin,
                          int end) {
  return {reports.begin() + begin, reports.begin() + end};
}

TEST(AddedTextsTest, WhatAnOutletRepeatsIsCountedOverTheIndex) {
  std::vector<Report> reports;
  for (int i = 0; i < 7; ++i) {
    reports.push_back(
        report_of("r" + std::to_string(i), "lantern", own_text(i) + kLetter));
  }
  // Another outlet's line is its own matter.
  reports.push_back(report_of("post", "post", own_text(7) + kLetter));
  const Said all = at_once(reports);
  EXPECT_EQ(all.boilerplate.size(), 7U);
  const std::vector<Said> runs = in_parts(
      {range(reports, 0, 3), range(reports, 3, 5), range(reports, 5, 8)});
  // Three reports are too few, and are not told again once there are five.
  EXPECT_TRUE(runs[0].boilerplate.empty());
  for (std::size_t run = 1; run < runs.size(); ++run) {
    for (const auto& [id, lines] : runs[run].boilerplate) {
      EXPECT_EQ(lines, all.boilerplate.at(id));
    }
  }
  EXPECT_EQ(runs[1].boilerplate.size(), 2U);
  EXPECT_EQ(runs[2].boilerplate.size(), 2U);
  EXPECT_EQ(runs[1].boilerplate.at("r3"), std::vector<std::string>{kLetter});
}

TEST(AddedTextsTest, ATextPrintedAgainIsNoBoilerplateInAnyRun) {
  std::vector<Report> reports;
  for (int i = 0; i < 8; ++i) {
    reports.push_back(report_of(
        "r" + std::to_string(i), "lantern",
        std::string(kFire) + " Version " + own_text(i).substr(11, 5)));
  }
  EXPECT_TRUE(at_once(reports).boilerplate.empty());
  for (const Said& said :
       in_parts({range(reports, 0, 6), range(reports, 6, 8)})) {
    EXPECT_TRUE(said.boilerplate.empty());
  }
}

TEST(AddedTextsTest, EqualTextsAreOneGroupAcrossRuns) {
  const std::vector<Report> reports{
      report_of("a", "lantern", kFire), report_of("b", "post", kFire),
      report_of("c", "weekly", kFire),
      report_of("d", "echo", std::string("Late. ") + kFire),
      report_of("e", "mail", kFire)};
  const Said all = at_once(reports);
  EXPECT_EQ(all.equal,
            (std::set<std::vector<std::string>>{{"a", "b", "c", "e"}}));
  EXPECT_EQ(all.pairs,
            (std::set<std::pair<std::string, std::string>>{{"a", "d"}}));
  const std::vector<Said> runs =
      in_parts({range(reports, 0, 2), range(reports, 2, 5)});
  // The group is named by its first; those of earlier runs are not told again.
  EXPECT_EQ(runs[0].equal, (std::set<std::vector<std::string>>{{"a", "b"}}));
  EXPECT_EQ(runs[1].equal,
            (std::set<std::vector<std::string>>{{"a", "c", "e"}}));
  EXPECT_EQ(runs[1].pairs, all.pairs);
}

TEST(AddedTextsTest, AGroupIsPairedByAnyOfItsPrintings) {
  // The text of the index was printed long before, and again on the day before.
  const std::vector<Report> reports{
      report_of("a", "lantern", kFire, 10), report_of("b", "post", kFire, 20),
      report_of("c", "lantern", std::string("Late. ") + kFire, 21),
      report_of("d", "mail", std::string("Later. ") + kFire, 400)};
  for (const bool cross_outlet : {false, true}) {
    ReuseOptions options;
    options.within_seconds = 2 * kDay;
    options.cross_outlet = cross_outlet;
    const Said all = at_once(reports, options);
    EXPECT_EQ(all.pairs,
              (std::set<std::pair<std::string, std::string>>{{"a", "c"}}));
    EXPECT_EQ(in_parts({range(reports, 0, 2), range(reports, 2, 4)}, options)[1]
                  .pairs,
              all.pairs);
  }
}

}  // namespace
}  // namespace stemma::reuse
