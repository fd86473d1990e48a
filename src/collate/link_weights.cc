// Made by scripts/learn_links.py: do not edit.
#include "collate/links.h"

namespace stemma::collate {

std::span<const double, kFeatureCount> link_weights() {
  static constexpr std::array<double, kFeatureCount> kWeights{
      -2.9843,  // bias
      -1.1774,  // cover_more
      -0.1842,  // cover_less
      -0.3713,  // dice
      3.1434,   // matched
      0.8910,   // unit_cover
      0.0668,   // unit_matched
      0.3910,   // unit_inside
      1.3196,   // run
      -0.5490,  // pairs
      1.6807,   // words
      0.1987,   // names
      2.7141,   // numbers
      -0.2011,  // numbers_differ
      1.4793,   // dates
      0.0160,   // family
      0.1873,   // speaker
      1.1040,   // best_of_other
      0.5643,   // mutual_best
      2.8951,   // neighbours
      -1.6226,  // place
      0.7224,   // both_lead
      -1.8278,  // length
      -0.7531,  // lengths
      -0.0884,  // heading_part
      -0.3479,  // quoted_part
  };
  return kWeights;
}

}  // namespace stemma::collate
