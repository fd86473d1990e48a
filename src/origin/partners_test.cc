#include "origin/partners.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

namespace stemma::origin {
namespace {

// A report meets the first and the eight before it that have the run.
std::map<ReportPair, int> plain_meetings(const std::vector<Posting>& postings) {
  std::map<std::uint64_t, std::set<ReportIndex>> by_run;
  for (const Posting& one : postings) by_run[one.run].insert(one.report);
  std::map<ReportPair, int> met;
  for (const auto& [run, had_by] : by_run) {
    const std::vector<ReportIndex> reports(had_by.begin(), had_by.end());
    for (std::size_t i = 0; i < reports.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (j == 0 || j + 8 >= i) ++met[{reports[j], reports[i]}];
      }
    }
  }
  return met;
}

std::vector<ReportPair> plain_pairs(const std::vector<Posting>& postings,
                                    ReportIndex reports, std::size_t partners) {
  const auto met = plain_meetings(postings);
  std::set<ReportPair> pairs;
  for (ReportIndex report = 0; report < reports; ++report) {
    std::vector<std::pair<int, ReportPair>> own;
    for (const auto& [pair, times] : met) {
      if (pair.first == report || pair.second == report) {
        own.emplace_back(-times, pair);
      }
    }
    std::sort(own.begin(), own.end());
    for (std::size_t i = 0; i < std::min(partners, own.size()); ++i) {
      pairs.insert(own[i].second);
    }
  }
  return {pairs.begin(), pairs.end()};
}

TEST(PartnersTest, AgreeWithThePlainTwin) {
  std::mt19937 random(5);
  for (int round = 0; round < 20; ++round) {
    constexpr ReportIndex kReports = 40;
    const std::uint32_t runs = round % 2 == 0 ? 12 : 200;
    std::vector<Posting> postings;
    for (ReportIndex report = 0; report < kReports; ++report) {
      std::set<std::uint64_t> own;
      for (int i = 0; i < 8; ++i) own.insert(random() % runs);
      for (const std::uint64_t run : own) postings.push_back({run, report});
    }
    EXPECT_EQ(pairs_by_runs(postings, 5), plain_pairs(postings, kReports, 5));
  }
}

TEST(PartnersTest, NothingSharedIsNoPair) {
  EXPECT_TRUE(pairs_by_runs({}, 3).empty());
  EXPECT_TRUE(pairs_by_runs({{1, 0}, {2, 1}, {3, 2}}, 3).empty());
}

TEST(PartnersTest, AllPairsAscend) {
  const std::vector<ReportIndex> reports = {1, 4, 6};
  const std::vector<ReportPair> expected = {{1, 4}, {1, 6}, {4, 6}};
  EXPECT_EQ(all_pairs(reports), expected);
}

}  // namespace
}  // namespace stemma::origin
