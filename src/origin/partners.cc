#include "origin/partners.h"

#include <algorithm>

namespace stemma::origin {
namespace {

constexpr std::size_t kPartnersOfRun = 8;

// Whom each report meets, once for every meeting.
class Meetings {
 public:
  explicit Meetings(std::span<const Posting> postings) {
    std::size_t reports = 0;
    for (const Posting& posting : postings) {
      reports = std::max<std::size_t>(reports, posting.report + 1);
    }
    begin_.resize(reports + 1);
    for_each(postings, [&](ReportIndex a, ReportIndex b) {
      ++begin_[a];
      ++begin_[b];
    });
    std::size_t met = 0;
    for (std::size_t& begin : begin_) begin = met += begin;
    met_.resize(met);
    for_each(postings, [&](ReportIndex a, ReportIndex b) {
      met_[--begin_[a]] = b;
      met_[--begin_[b]] = a;
    });
  }

  std::size_t reports() const { return begin_.size() - 1; }
  std::span<const ReportIndex> of(std::size_t report) const {
    return std::span(met_).subspan(begin_[report],
                                   begin_[report + 1] - begin_[report]);
  }

 private:
  // Calls meet(a, b) for each meeting.
  template <typename Meet>
  static void for_each(std::span<const Posting> postings, const Meet& meet) {
    for (std::size_t i = 0; i < postings.size();) {
      const std::size_t first = i;
      for (; i < postings.size() && postings[i].run == postings[first].run;
           ++i) {
        const std::size_t from =
            i > first + kPartnersOfRun ? i - kPartnersOfRun : first;
        const auto meet_this = [&](std::size_t other) {
          meet(postings[other].report, postings[i].report);
        };
        if (from > first) meet_this(first);
        for (std::size_t other = from; other < i; ++other) meet_this(other);
      }
    }
  }

  std::vector<std::size_t> begin_;  // of each report in met_, and its end
  std::vector<ReportIndex> met_;
};

// For each report the pairs with those that it meets most often.
std::vector<ReportPair> most_met(const Meetings& meetings,
                                 std::size_t partners) {
  std::vector<ReportPair> pairs;
  std::vector<std::uint32_t> times(meetings.reports(), 0);
  // How often, from the greatest number down, and whom in the lower half.
  std::vector<std::uint64_t> ranked;
  for (std::size_t report = 0; report < meetings.reports(); ++report) {
    ranked.clear();
    for (const ReportIndex other : meetings.of(report)) {
      if (times[other]++ == 0) ranked.push_back(other);
    }
    for (std::uint64_t& rank : ranked) {
      const std::uint32_t other = static_cast<ReportIndex>(rank);
      rank |= std::uint64_t{~times[other]} << 32U;
      times[other] = 0;
    }
    if (ranked.size() > partners) {
      const auto last = ranked.begin() + static_cast<std::ptrdiff_t>(partners);
      std::nth_element(ranked.begin(), last, ranked.end());
      ranked.erase(last, ranked.end());
    }
    for (const std::uint64_t rank : ranked) {
      pairs.push_back(std::minmax(static_cast<ReportIndex>(report),
                                  static_cast<ReportIndex>(rank)));
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace

std::vector<ReportPair> all_pairs(std::span<const ReportIndex> reports) {
  std::vector<ReportPair> pairs;
  pairs.reserve(reports.size() * reports.size() / 2);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (std::size_t j = i + 1; j < reports.size(); ++j) {
      pairs.emplace_back(reports[i], reports[j]);
    }
  }
  return pairs;
}

std::vector<ReportPair> pairs_by_runs(std::vector<Posting> postings,
                                      std::size_t partners) {
  std::sort(postings.begin(), postings.end());
  return most_met(Meetings(postings), partners);
}

}  // namespace stemma::origin
