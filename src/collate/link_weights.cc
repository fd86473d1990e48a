// Made by scripts/learn_links.py: do not edit.
#include "collate/links.h"

namespace stemma::collate {

std::span<const double, kFeatureCount> link_weights() {
  static constexpr std::array<double, kFeatureCount> kWeights{
      -3.0339,  // bias
      -1.3209,  // cover_more
      -0.2289,  // cover_less
      -0.4401,  // dice
      3.0085,   // matched
      0.9565,   // unit_cover
      0.1310,   // unit_matched
      0.7185,   // unit_inside
      1.3465,   // run
      -0.5469,  // pairs
      1.7035,   // words
      0.2120,   // names
      2.6317,   // numbers
      -0.2171,  // numbers_differ
      1.4944,   // dates
      -0.1804,  // family
      -0.2057,  // speaker
      1.0795,   // best_of_other
      0.5691,   // mutual_best
      2.9749,   // neighbours
      -1.6547,  // place
      0.7116,   // both_lead
      -1.8171,  // length
      -0.7418,  // lengths
      -0.0905,  // heading_part
      -0.3275,  // quoted_part
  };
  return kWeights;
}

}  // namespace stemma::collate
