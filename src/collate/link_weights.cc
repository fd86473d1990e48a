// Made by scripts/learn_links.py: do not edit.
#include "collate/links.h"

namespace stemma::collate {

std::span<const double, kFeatureCount> link_weights() {
  static constexpr std::array<double, kFeatureCount> kWeights{
      -3.1341,  // bias
      -1.2573,  // cover_more
      -0.1130,  // cover_less
      -0.3789,  // dice
      3.3154,   // matched
      0.9635,   // unit_cover
      0.2905,   // unit_matched
      0.4287,   // unit_inside
      1.2821,   // run
      -0.6013,  // pairs
      1.3821,   // words
      0.0741,   // names
      2.5301,   // numbers
      -0.1900,  // numbers_differ
      1.4789,   // dates
      0.2033,   // family
      0.2930,   // speaker
      1.0840,   // best_of_other
      0.5800,   // mutual_best
      2.8422,   // neighbours
      -1.6203,  // place
      0.7583,   // both_lead
      -1.7504,  // length
      -0.7377,  // lengths
      -0.0590,  // heading_part
      -0.3300,  // quoted_part
  };
  return kWeights;
}

}  // namespace stemma::collate
