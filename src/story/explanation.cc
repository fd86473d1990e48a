// A story is the work of many steps, and most of them say nothing of a given
// pair. One step decides: the merge at which the two came together, or, where
// none did, the comparison of their stories as they stand in the end. So a pair
// is followed through the agglomeration and that step is kept as it was weighed
// then; nothing is made up afterwards.
#include "story/explanation.h"

#include <algorithm>

namespace stemma::story {

JoinComparison weighed(const EvidenceValues& values, const JoinWeights& weights,
                       const std::array<std::uint32_t, 2>& reports) {
  JoinComparison made;
  made.reports = reports;
  made.probability = probability_of(join_odds(values, weights));
  for (std::size_t i = 0; i < kEvidence; ++i) {
    made.evidence.push_back(
        {name_of(static_cast<Evidence>(i)), values[i], weights[i]});
  }
  return made;
}

std::vector<SharedTerm> shared_terms(const TermVector& a, const TermVector& b,
                                     std::size_t most) {
  std::vector<SharedTerm> shared;
  double whole = 0;
  for_each_shared(a, b, [&](Term term, double product) {
    shared.push_back({term, product});
    whole += product;
  });
  std::sort(shared.begin(), shared.end(),
            [](const SharedTerm& x, const SharedTerm& y) {
              return x.share != y.share ? x.share > y.share : x.term < y.term;
            });
  shared.resize(std::min(shared.size(), most));
  for (SharedTerm& each : shared) each.share /= whole;
  return shared;
}

void PairWatch::merging(const Groups& groups, std::uint32_t into,
                        std::uint32_t gone, const EvidenceValues& evidence) {
  if (a_ == b_) return;
  const bool meet = (into == a_ && gone == b_) || (into == b_ && gone == a_);
  if (meet) {
    merged_ = weighed(evidence, weights_,
                      {groups.profile(a_).reports, groups.profile(b_).reports});
  }
  if (a_ == gone) a_ = into;
  if (b_ == gone) b_ = into;
}

JoinDecision PairWatch::decision(Groups& groups,
                                 std::uint32_t window_days) const {
  if (a_ == b_) return {true, JoinGround::kLikeness, merged_};
  const Profile& a = groups.profile(a_);
  const Profile& b = groups.profile(b_);
  JoinDecision made;
  const std::vector<std::uint32_t> linked = groups.linked(a_);
  if (std::binary_search(linked.begin(), linked.end(), b_)) {
    made.compared =
        weighed(groups.evidence(a_, b_), weights_, {a.reports, b.reports});
  }
  const bool two_languages =
      !a.language.empty() && !b.language.empty() && a.language != b.language;
  if (groups.kept_apart(a_, b_)) {
    made.ground = JoinGround::kDecision;
  } else if (numbers_contradict(a.numbers, b.numbers)) {
    made.ground = JoinGround::kNumbers;
  } else if (made.compared) {
    made.ground = JoinGround::kLikeness;
  } else if (a.round_up != b.round_up) {
    made.ground = JoinGround::kRoundUp;
  } else if (two_languages) {
    made.ground = JoinGround::kLanguage;
  } else if (window_days != 0 && days_between(a, b) > window_days) {
    made.ground = JoinGround::kWindow;
  } else {
    made.ground = JoinGround::kNotCompared;
  }
  return made;
}

}  // namespace stemma::story
