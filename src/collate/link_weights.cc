// Made by scripts/learn_links.py: do not edit.
#include "collate/agreement.h"
#include "collate/links.h"

namespace stemma::collate {

std::span<const double, kFeatureCount> link_weights() {
  static constexpr std::array<double, kFeatureCount> kWeights{
      -2.3638,  // bias
      -2.8174,  // cover_more
      -0.1973,  // cover_less
      -3.2031,  // dice
      4.4801,   // matched
      2.5580,   // unit_cover
      -0.1422,  // unit_matched
      0.7968,   // unit_inside
      1.1112,   // run
      -0.6181,  // pairs
      1.0987,   // words
      -0.1390,  // names
      2.6296,   // numbers
      -0.4335,  // numbers_differ
      1.5358,   // dates
      1.4682,   // family
      -0.6219,  // speaker
      1.3006,   // best_of_other
      0.6858,   // mutual_best
      3.8340,   // neighbours
      -1.7708,  // place
      0.4004,   // both_lead
      -1.7976,  // length
      -0.5349,  // lengths
      -0.1013,  // heading_part
      -0.2341,  // quoted_part
      -0.1052,  // paragraphs
      -0.1922,  // rank
      0.7606,   // names_share
      -0.6100,  // one_speaker
      -1.1307,  // other_speaker
  };
  return kWeights;
}

std::span<const double, kAgreementCount> agreement_weights() {
  static constexpr std::array<double, kAgreementCount> kWeights{
      -0.2183,  // bias
      0.8424,   // odds
      -0.8356,  // beside
      0.7106,   // both_beside
      0.3982,   // near
      1.9330,   // third
      -0.6187,  // against
      -0.0794,  // rivals
      -0.6111,  // mutual_rivals
      -0.0636,  // rivals_together
  };
  return kWeights;
}

}  // namespace stemma::collate
