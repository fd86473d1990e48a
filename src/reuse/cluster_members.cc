#include "reuse/cluster_members.h"

#include <algorithm>
#include <tuple>

namespace stemma::reuse {
namespace {

// Of so many passages of a place, the nearest, the source is sought.
constexpr std::size_t kSources = 64;

}  // namespace

ClusterMaker::ClusterMaker(std::span<const Witness> witnesses,
                           const ReuseResult& found,
                           std::span<const Place> places,
                           std::span<const Edge> edges)
    : witnesses_(witnesses),
      places_(places),
      edges_(edges),
      equal_(witnesses.size(), nullptr) {
  for (const auto& group : found.equal) equal_[group.front()] = &group;
}

std::vector<ClusterMaker::Merged> ClusterMaker::merge(
    std::span<const PlaceIndex> own) const {
  std::vector<Merged> merged;
  for (const PlaceIndex index : own) {
    const Place& place = places_[index];
    if (merged.empty() || merged.back().report != place.report ||
        merged.back().span.end <= place.span.begin) {
      merged.push_back({place.report, place.span, {}});
    }
    merged.back().span = cover(merged.back().span, place.span);
    merged.back().places.push_back(index);
  }
  return merged;
}

std::vector<ClusterMaker::Draft> ClusterMaker::drafts_of(
    const std::vector<Merged>& merged) const {
  std::vector<Draft> drafts;
  for (std::uint32_t m = 0; m < merged.size(); ++m) {
    const ReportIndex report = merged[m].report;
    drafts.push_back({report, merged[m].span, m, true});
    if (equal_[report] == nullptr) continue;
    for (const ReportIndex equal : std::span(*equal_[report]).subspan(1)) {
      drafts.push_back({equal, merged[m].span, m});
    }
  }
  std::sort(drafts.begin(), drafts.end(), [](const Draft& x, const Draft& y) {
    return std::tie(x.report, x.span) < std::tie(y.report, y.span);
  });
  return drafts;
}

bool ClusterMaker::before(ReportIndex a, ReportIndex b) const {
  return certainly_before(witnesses_[a].report->published,
                          witnesses_[b].report->published);
}

// The first members at the far ends of the passages of `from`, nearest first.
std::vector<std::uint32_t> ClusterMaker::nearest(
    const std::vector<Merged>& merged, const Merged& from) const {
  std::vector<Edge> found;
  for (const PlaceIndex place : from.places) {
    auto edge = std::lower_bound(
        edges_.begin(), edges_.end(), place,
        [](const Edge& e, PlaceIndex at) { return e.from < at; });
    for (std::size_t k = 0;
         k < kSources && edge != edges_.end() && edge->from == place;
         ++k, ++edge) {
      found.push_back(*edge);
    }
  }
  std::sort(found.begin(), found.end(), [](const Edge& x, const Edge& y) {
    return std::tuple(-x.similarity, x.to) < std::tuple(-y.similarity, y.to);
  });
  found.resize(std::min(found.size(), kSources));
  std::vector<std::uint32_t> members;
  for (const Edge& edge : found) {
    const Place& place = places_[edge.to];
    const auto after =
        std::upper_bound(merged.begin(), merged.end(), place,
                         [](const Place& p, const Merged& m) {
                           return std::tie(p.report, p.span.begin) <
                                  std::tie(m.report, m.span.begin);
                         });
    members.push_back(std::prev(after)->first_member);
  }
  return members;
}

Cluster ClusterMaker::make(std::span<const PlaceIndex> own) const {
  std::vector<Merged> merged = merge(own);
  const std::vector<Draft> drafts = drafts_of(merged);
  Cluster cluster;
  for (std::uint32_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].first) merged[drafts[i].merged].first_member = i;
    if (i == 0 || drafts[i].report != drafts[i - 1].report) ++cluster.reports;
    cluster.members.push_back({drafts[i].report, drafts[i].span, {}});
  }
  std::vector<std::vector<std::uint32_t>> sources;
  sources.reserve(merged.size());
  for (const Merged& each : merged) sources.push_back(nearest(merged, each));
  for (std::uint32_t i = 0; i < drafts.size(); ++i) {
    const auto is_earlier = [&](std::uint32_t other) {
      return before(drafts[other].report, drafts[i].report);
    };
    const std::uint32_t first_print = merged[drafts[i].merged].first_member;
    const std::vector<std::uint32_t>& near = sources[drafts[i].merged];
    const auto found = std::find_if(near.begin(), near.end(), is_earlier);
    if (is_earlier(first_print)) {
      cluster.members[i].source = first_print;
    } else if (found != near.end()) {
      cluster.members[i].source = *found;
    }
  }
  return cluster;
}

}  // namespace stemma::reuse
