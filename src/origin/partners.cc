#include "origin/partners.h"

#include <algorithm>

namespace stemma::origin {
namespace {

constexpr std::size_t kPartnersOfRun = 8;

struct CountedPair {
  ReportPair pair;
  std::uint32_t count = 0;
};

// Each meeting as the one report and, in the lower half, the other.
std::vector<std::uint64_t> meetings(std::span<const Posting> postings) {
  std::vector<std::uint64_t> met;
  for (std::size_t i = 0; i < postings.size();) {
    std::size_t end = i;
    while (end < postings.size() && postings[end].run == postings[i].run) {
      ++end;
    }
    const auto meet = [&](std::size_t first, std::size_t second) {
      met.push_back(std::uint64_t{postings[first].report} << 32U |
                    postings[second].report);
    };
    for (std::size_t j = i + 1; j < end; ++j) {
      const std::size_t from = j > i + kPartnersOfRun ? j - kPartnersOfRun : i;
      if (from > i) meet(i, j);
      for (std::size_t k = from; k < j; ++k) meet(k, j);
    }
    i = end;
  }
  return met;
}

// How often each pair is met, in the order of the pairs.
std::vector<CountedPair> count_pairs(std::vector<std::uint64_t> met) {
  std::sort(met.begin(), met.end());
  std::vector<CountedPair> counted;
  for (std::size_t i = 0; i < met.size();) {
    std::size_t end = i;
    while (end < met.size() && met[end] == met[i]) ++end;
    counted.push_back({{static_cast<ReportIndex>(met[i] >> 32U),
                        static_cast<ReportIndex>(met[i])},
                       static_cast<std::uint32_t>(end - i)});
    i = end;
  }
  return counted;
}

// For each report the pairs with those that it meets most often.
std::vector<ReportPair> most_met(std::span<const CountedPair> counted,
                                 std::size_t partners) {
  struct Candidate {
    ReportIndex report = 0;
    std::uint32_t count = 0;
    ReportPair pair;
  };
  std::vector<Candidate> candidates;
  candidates.reserve(2 * counted.size());
  for (const CountedPair& one : counted) {
    candidates.push_back({one.pair.first, one.count, one.pair});
    candidates.push_back({one.pair.second, one.count, one.pair});
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& x, const Candidate& y) {
              if (x.report != y.report) return x.report < y.report;
              if (x.count != y.count) return x.count > y.count;
              return x.pair < y.pair;
            });
  std::vector<ReportPair> pairs;
  std::size_t of_report = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const bool next =
        i == 0 || candidates[i].report != candidates[i - 1].report;
    of_report = next ? 1 : of_report + 1;
    if (of_report <= partners) pairs.push_back(candidates[i].pair);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace

std::vector<ReportPair> all_pairs(std::span<const ReportIndex> reports) {
  std::vector<ReportPair> pairs;
  for (std::size_t j = 1; j < reports.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      pairs.emplace_back(reports[i], reports[j]);
    }
  }
  return pairs;
}

std::vector<ReportPair> pairs_by_runs(std::vector<Posting> postings,
                                      std::size_t partners) {
  std::sort(postings.begin(), postings.end());
  return most_met(count_pairs(meetings(postings)), partners);
}

}  // namespace stemma::origin
