// Made by scripts/learn_links.py: do not edit.
#include "collate/links.h"

namespace stemma::collate {

std::span<const double, kFeatureCount> link_weights() {
  static constexpr std::array<double, kFeatureCount> kWeights{
      -3.0819,  // bias
      -1.3339,  // cover_more
      -0.2329,  // cover_less
      -0.4310,  // dice
      3.0250,   // matched
      0.9181,   // unit_cover
      0.1204,   // unit_matched
      0.7857,   // unit_inside
      1.3197,   // run
      -0.5494,  // pairs
      1.6601,   // words
      0.2009,   // names
      2.6236,   // numbers
      -0.1965,  // numbers_differ
      1.4902,   // dates
      -0.1716,  // family
      0.1466,   // speaker
      1.1004,   // best_of_other
      0.5760,   // mutual_best
      2.9152,   // neighbours
      -1.6380,  // place
      0.7337,   // both_lead
      -1.7939,  // length
      -0.7411,  // lengths
      -0.0706,  // heading_part
      -0.3334,  // quoted_part
  };
  return kWeights;
}

}  // namespace stemma::collate
