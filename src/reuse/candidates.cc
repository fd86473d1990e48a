// Candidates: pairs of reports that share fingerprints.
//
// The index of shared fingerprints is walked report by report: the reports met
// are scored in a flat array, and of a report's partners the best are kept.
// Time is linear in the number of words.
#include "reuse/candidates.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace stemma::reuse {
namespace {

constexpr std::size_t kFewestAtOnce = 16;  // reports scored by one task
constexpr std::size_t kMostTasks = 512;    // of scoring one range

// Scores the partners of reports. Not safe for use by several threads at once.
class PartnerSearch {
 public:
  PartnerSearch(const SharedIndex& index, const Pairing& pairing,
                const ReuseOptions& options, std::size_t reports)
      : index_(index),
        pairing_(pairing),
        most_(options.max_partners),
        least_score_(least_score(reports)),
        score_(reports, 0) {}

  // The best partners of `a`, in no order; `all` is set to the number of all.
  std::vector<ReportIndex> partners_of(ReportIndex a, std::uint32_t& all) {
    met_.clear();
    for (const GroupPlace& place : index_.of(a)) {
      index_.for_each_linked(a, place, [&](ReportIndex b) {
        if (score_[b] == 0) met_.push_back(b);
        score_[b] += place.weight;
      });
    }
    found_.clear();
    for (const ReportIndex b : met_) {
      if (score_[b] >= least_score_ &&
          pairing_.may_pair(std::min(a, b), std::max(a, b))) {
        found_.emplace_back(~score_[b], b);  // the highest score sorts first
      }
      score_[b] = 0;
    }
    all = static_cast<std::uint32_t>(found_.size());
    if (most_ > 0 && found_.size() > most_) {
      std::nth_element(found_.begin(),
                       found_.begin() + static_cast<std::ptrdiff_t>(most_),
                       found_.end());
      found_.resize(most_);
    }
    std::vector<ReportIndex> partners;
    partners.reserve(found_.size());
    for (const auto& [score, b] : found_) partners.push_back(b);
    return partners;
  }

 private:
  const SharedIndex& index_;
  const Pairing& pairing_;
  std::size_t most_;                  // 0: all
  std::uint32_t least_score_;         // of a candidate
  std::vector<std::uint32_t> score_;  // by report; all 0 between uses
  std::vector<ReportIndex> met_;
  std::vector<std::pair<std::uint32_t, ReportIndex>> found_;
};

// Puts every pair that either report counts under the earlier one. `cut` is
// the number of all partners of each report before, and of those cut after.
void join_partners(std::vector<std::vector<ReportIndex>>& partners,
                   Candidates& candidates) {
  std::vector<std::uint64_t>& begins = candidates.begins;
  begins.assign(partners.size() + 1, 0);
  for (ReportIndex a = 0; a < partners.size(); ++a) {
    for (const ReportIndex b : partners[a]) ++begins[std::min(a, b) + 1];
  }
  for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
  candidates.later.resize(begins.back());
  std::vector<std::uint64_t> cursor(begins.begin(), begins.end() - 1);
  for (ReportIndex a = 0; a < partners.size(); ++a) {
    for (const ReportIndex b : partners[a]) {
      candidates.later[cursor[std::min(a, b)]++] = std::max(a, b);
    }
    partners[a] = {};
  }
  // Each pair once.
  std::uint64_t kept = 0;
  for (ReportIndex a = 0; a + 1 < begins.size(); ++a) {
    const std::uint64_t begin = std::exchange(begins[a], kept);
    const std::span<ReportIndex> later =
        std::span(candidates.later).subspan(begin, cursor[a] - begin);
    std::sort(later.begin(), later.end());
    for (std::size_t k = 0; k < later.size(); ++k) {
      if (k > 0 && later[k] == candidates.later[kept - 1]) continue;
      candidates.later[kept++] = later[k];
      --candidates.cut[a];
      --candidates.cut[later[k]];
    }
  }
  begins.back() = kept;
  candidates.later.resize(kept);
}

}  // namespace

Pairing::Pairing(std::span<const Witness> witnesses,
                 const std::vector<std::vector<ReportIndex>>& equal,
                 const ReuseOptions& options)
    : witnesses_(witnesses),
      groups_(equal),
      options_(options),
      stands_for_itself_(witnesses.size(), true),
      mixed_outlets_(witnesses.size(), false) {
  for (const std::vector<ReportIndex>& group : equal) {
    const std::string& first = witnesses[group[0]].report->outlet;
    for (std::size_t i = 1; i < group.size(); ++i) {
      stands_for_itself_[group[i]] = false;
      if (witnesses[group[i]].report->outlet != first) {
        mixed_outlets_[group[0]] = true;
      }
    }
  }
}

bool Pairing::other_outlets(ReportIndex a, ReportIndex b) const {
  return mixed_outlets_[a] || mixed_outlets_[b] ||
         witnesses_[a].report->outlet != witnesses_[b].report->outlet;
}

bool Pairing::is_asked(ReportIndex report) const {
  return members(report).back() >= options_.asked_from;
}

std::span<const ReportIndex> Pairing::members(const ReportIndex& report) const {
  const auto group =
      std::lower_bound(groups_.begin(), groups_.end(), report,
                       [](const std::vector<ReportIndex>& one,
                          ReportIndex first) { return one.front() < first; });
  if (group == groups_.end() || group->front() != report) {
    return {&report, 1};
  }
  return *group;
}

// Reports stand in the order of their times, undated ones last; where they do
// not, some pairs of a group are missed.
bool Pairing::near(ReportIndex member,
                   std::span<const ReportIndex> others) const {
  const auto time = [&](ReportIndex report) {
    return witnesses_[report].report->published;
  };
  if (!time(member).known() || !time(others.back()).known()) return true;
  const auto after =
      std::lower_bound(others.begin(), others.end(), time(member).seconds,
                       [&](ReportIndex other, std::int64_t seconds) {
                         return time(other).seconds < seconds;
                       });
  const auto is_near = [&](ReportIndex other) {
    return std::abs(time(other).seconds - time(member).seconds) <=
           options_.within_seconds;
  };
  return (after != others.end() && is_near(*after)) ||
         (after != others.begin() && is_near(*std::prev(after)));
}

bool Pairing::near_in_time(ReportIndex a, ReportIndex b) const {
  std::span<const ReportIndex> fewer = members(a);
  std::span<const ReportIndex> more = members(b);
  if (fewer.size() > more.size()) std::swap(fewer, more);
  return std::any_of(fewer.begin(), fewer.end(),
                     [&](ReportIndex member) { return near(member, more); });
}

Candidates find_candidates(const SharedGroups& groups, const Pairing& pairing,
                           const ReuseOptions& options,
                           const IndexOptions& index_options,
                           const Loop& loop) {
  const std::size_t reports = groups.groups_of.size();
  Candidates candidates;
  candidates.cut.assign(reports, 0);
  std::vector<std::vector<ReportIndex>> partners(reports);
  for (const ReportRange range : plan_ranges(groups, index_options)) {
    const SharedIndex index = index_range(groups, range, index_options, loop);
    const std::size_t size = range.end - range.begin;
    const std::size_t step =
        std::max(kFewestAtOnce, (size + kMostTasks - 1) / kMostTasks);
    loop((size + step - 1) / step, [&](std::size_t task) {
      PartnerSearch search(index, pairing, options, reports);
      const std::size_t end =
          std::min<std::size_t>(range.end, range.begin + (task + 1) * step);
      for (std::size_t r = range.begin + task * step; r < end; ++r) {
        partners[r] =
            search.partners_of(static_cast<ReportIndex>(r), candidates.cut[r]);
      }
    });
  }
  join_partners(partners, candidates);
  return candidates;
}

}  // namespace stemma::reuse
