// Candidates: pairs of reports that share fingerprints.
//
// The index of shared fingerprints is walked report by report: the later
// reports met are scored in a flat array, and of a report's partners the best
// are kept. Time is linear in the number of words.
#include "reuse/candidates.h"

#include <algorithm>
#include <cstdlib>

namespace stemma::reuse {
namespace {

// Of this many partners a report's best are looked at, for each that may be
// reported: the score of a candidate foretells the passages only roughly.
constexpr std::size_t kPartnersLookedAt = 4;

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

PartnerSearch::PartnerSearch(const SharedIndex& index, const Pairing& pairing,
                             const ReuseOptions& options, std::size_t reports)
    : index_(index),
      pairing_(pairing),
      most_(options.max_partners * kPartnersLookedAt),
      least_score_(least_score(reports)),
      score_(reports, 0) {}

std::span<const ReportIndex> PartnerSearch::partners_of(ReportIndex a) {
  met_.clear();
  for (const SharedFingerprint& shared : index_.of(a)) {
    for (std::uint32_t k = 0; k < shared.following; ++k) {
      const ReportIndex b = index_.reports[shared.next + k];
      if (score_[b] == 0) met_.push_back(b);
      score_[b] += shared.weight;
    }
  }
  std::vector<std::pair<std::uint32_t, ReportIndex>> found;
  for (const ReportIndex b : met_) {
    if (score_[b] >= least_score_ && pairing_.may_pair(a, b)) {
      found.emplace_back(~score_[b], b);  // the highest score sorts first
    }
    score_[b] = 0;
  }
  if (most_ > 0 && found.size() > most_) {
    std::nth_element(found.begin(),
                     found.begin() + static_cast<std::ptrdiff_t>(most_),
                     found.end());
    found.resize(most_);
  }
  met_.clear();
  for (const auto& [score, b] : found) met_.push_back(b);
  std::sort(met_.begin(), met_.end());
  return met_;
}

}  // namespace stemma::reuse
