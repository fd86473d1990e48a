#include "origin/kin.h"

#include <algorithm>

namespace stemma::origin {

KinFinder::KinFinder(const StoryEvidence& story,
                     std::span<const PairEvidence> pairs,
                     std::span<const double> probabilities,
                     const TellingGroups& tellings)
    : story_(story),
      pairs_(pairs),
      probabilities_(probabilities),
      tellings_(tellings),
      pairs_of_(story.witnesses.size()) {
  indexes_.reserve(story.narrations.size());
  for (const Narration& narration : story.narrations) {
    indexes_.emplace_back(narration);
  }
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    pairs_of_[pairs[i].a].push_back(i);
    pairs_of_[pairs[i].b].push_back(i);
  }
}

Kin KinFinder::kin_of(ReportIndex report) const {
  const Narration& narration = story_.narrations[report];
  Kin kin{.report = report};
  kin.by_telling.assign(narration.body.size(), false);
  kin.by_others = kin.by_telling;
  for (const std::uint32_t i : pairs_of_[report]) {
    const PairEvidence& pair = pairs_[i];
    Partner partner{.other = pair.a == report ? pair.b : pair.a,
                    .equal = pair.equal,
                    .alike = probabilities_[i],
                    .in_order = pair.overlap.in_order};
    partner.same_telling =
        tellings_.group_of[report] == tellings_.group_of[partner.other];
    partner.coverage = cover_words(indexes_[report], indexes_[partner.other]);
    Coverage& sum = partner.same_telling ? kin.by_telling : kin.by_others;
    sum = unite(std::move(sum), partner.coverage);
    kin.in_telling += partner.same_telling ? 1 : 0;
    kin.partners.push_back(std::move(partner));
  }
  const auto covered = [&narration](const Partner& partner) {
    return count_both(narration, partner.coverage, partner.coverage);
  };
  std::stable_sort(kin.partners.begin(), kin.partners.end(),
                   [&covered](const Partner& a, const Partner& b) {
                     return covered(a) > covered(b);
                   });
  return kin;
}

}  // namespace stemma::origin
