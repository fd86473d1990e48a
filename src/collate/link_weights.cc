// Made by scripts/learn_links.py: do not edit.
#include "collate/agreement.h"
#include "collate/links.h"

namespace stemma::collate {

std::span<const double, kFeatureCount> link_weights() {
  static constexpr std::array<double, kFeatureCount> kWeights{
      -2.2832,  // bias
      -2.1724,  // cover_more
      -0.3085,  // cover_less
      -2.7996,  // dice
      4.3470,   // matched
      1.6827,   // unit_cover
      -0.4829,  // unit_matched
      0.4587,   // unit_inside
      1.3698,   // run
      -0.5995,  // pairs
      1.5146,   // words
      -0.0517,  // names
      2.8789,   // numbers
      -0.3840,  // numbers_differ
      1.6058,   // dates
      1.1911,   // family
      -0.6673,  // speaker
      1.3889,   // best_of_other
      0.6318,   // mutual_best
      4.2389,   // neighbours
      -1.7957,  // place
      0.2925,   // both_lead
      -1.9309,  // length
      -0.6638,  // lengths
      -0.1459,  // heading_part
      -0.1046,  // quoted_part
      -0.1055,  // paragraphs
      -0.1903,  // rank
      0.7020,   // names_share
      -0.5027,  // one_speaker
      -1.1364,  // other_speaker
  };
  return kWeights;
}

std::span<const double, kAgreementCount> agreement_weights() {
  static constexpr std::array<double, kAgreementCount> kWeights{
      -0.2359,  // bias
      0.8565,   // odds
      -0.8407,  // beside
      0.7427,   // both_beside
      0.4295,   // near
      1.5220,   // third
      -0.3567,  // against
      -0.2297,  // rivals
      -0.4424,  // mutual_rivals
      -0.0658,  // rivals_together
  };
  return kWeights;
}

}  // namespace stemma::collate
