// Made by scripts/learn_links.py: do not edit.
#include "collate/agreement.h"
#include "collate/links.h"

namespace stemma::collate {

std::span<const double, kFeatureCount> link_weights() {
  static constexpr std::array<double, kFeatureCount> kWeights{
      -2.3847,  // bias
      -2.7785,  // cover_more
      -0.4878,  // cover_less
      -3.0658,  // dice
      4.3443,   // matched
      2.9706,   // unit_cover
      -0.1653,  // unit_matched
      0.6549,   // unit_inside
      1.1714,   // run
      -0.6064,  // pairs
      1.1508,   // words
      -0.1130,  // names
      2.6828,   // numbers
      -0.3457,  // numbers_differ
      1.5932,   // dates
      0.9842,   // family
      -0.6406,  // speaker
      1.3790,   // best_of_other
      0.6764,   // mutual_best
      3.7653,   // neighbours
      -1.8086,  // place
      0.3620,   // both_lead
      -1.8138,  // length
      -0.5255,  // lengths
      -0.0707,  // heading_part
      -0.1253,  // quoted_part
      -0.1061,  // paragraphs
      -0.2036,  // rank
      0.7932,   // names_share
      -0.6781,  // one_speaker
      -1.0059,  // other_speaker
  };
  return kWeights;
}

std::span<const double, kAgreementCount> agreement_weights() {
  static constexpr std::array<double, kAgreementCount> kWeights{
      -0.2791,  // bias
      0.8439,   // odds
      -0.8057,  // beside
      0.7367,   // both_beside
      0.4306,   // near
      1.6344,   // third
      -0.4542,  // against
      -0.2592,  // rivals
      -0.6447,  // mutual_rivals
      0.0698,   // rivals_together
  };
  return kWeights;
}

}  // namespace stemma::collate
