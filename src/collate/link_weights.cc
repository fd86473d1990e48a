// Made by scripts/learn_links.py: do not edit.
#include "collate/agreement.h"
#include "collate/links.h"

namespace stemma::collate {

std::span<const double, kFeatureCount> link_weights() {
  static constexpr std::array<double, kFeatureCount> kWeights{
      -2.3508,  // bias
      -2.7170,  // cover_more
      -0.1744,  // cover_less
      -3.3148,  // dice
      4.4208,   // matched
      2.5508,   // unit_cover
      -0.1671,  // unit_matched
      0.8716,   // unit_inside
      1.1280,   // run
      -0.6160,  // pairs
      1.1399,   // words
      -0.1370,  // names
      2.6224,   // numbers
      -0.4446,  // numbers_differ
      1.5531,   // dates
      1.2769,   // family
      -0.4984,  // speaker
      1.3303,   // best_of_other
      0.6610,   // mutual_best
      3.7763,   // neighbours
      -1.7834,  // place
      0.3791,   // both_lead
      -1.8035,  // length
      -0.5400,  // lengths
      -0.1393,  // heading_part
      -0.2430,  // quoted_part
      -0.1112,  // paragraphs
      -0.1982,  // rank
      0.7576,   // names_share
      -0.5864,  // one_speaker
      -1.1610,  // other_speaker
  };
  return kWeights;
}

std::span<const double, kAgreementCount> agreement_weights() {
  static constexpr std::array<double, kAgreementCount> kWeights{
      -0.1959,  // bias
      0.8466,   // odds
      -0.8859,  // beside
      0.7768,   // both_beside
      0.3861,   // near
      1.8412,   // third
      -0.6141,  // against
      -0.0920,  // rivals
      -0.6051,  // mutual_rivals
      -0.0563,  // rivals_together
  };
  return kWeights;
}

}  // namespace stemma::collate
