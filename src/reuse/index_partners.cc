#include "reuse/index_partners.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "reuse/shared_fingerprints.h"

namespace stemma::reuse {
namespace {

constexpr std::size_t kNeighbours = 8;  // of a run that a great many share

}  // namespace

std::vector<Place> partners_in_index(const IndexView& index,
                                     std::span<const Fingerprint> fingerprints,
                                     const IndexScoring& scoring) {
  std::map<Place, std::uint32_t> scores;
  for (const Fingerprint fingerprint : fingerprints) {
    std::size_t sharing = 1;
    for (const IndexSegment& segment : index.segments()) {
      sharing += segment.postings(fingerprint).size();
    }
    if (sharing < 2 || is_run(fingerprint) != (sharing > kMaxSpread)) {
      continue;
    }
    const std::uint32_t weight =
        link_weight(fingerprint, scoring.reports, sharing);
    std::size_t left = is_run(fingerprint) ? kNeighbours : kMaxSpread;
    // The last ones that were added are nearest.
    for (std::size_t s = index.segments().size(); s-- > 0;) {
      const auto postings = index.segments()[s].postings(fingerprint);
      for (std::size_t k = postings.size(); k-- > 0 && left > 0; --left) {
        scores[{s, IndexSegment::report_of(postings[k])}] += weight;
      }
    }
  }
  std::vector<std::pair<std::uint32_t, Place>> best;
  for (const auto& [place, score] : scores) {
    if (score >= least_score(scoring.reports)) best.emplace_back(~score, place);
  }
  std::sort(best.begin(), best.end());
  if (scoring.most > 0 && best.size() > scoring.most) best.resize(scoring.most);
  std::vector<Place> partners;
  partners.reserve(best.size());
  for (const auto& [score, place] : best) partners.push_back(place);
  std::sort(partners.begin(), partners.end());
  return partners;
}

}  // namespace stemma::reuse
