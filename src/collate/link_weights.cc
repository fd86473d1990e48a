// Made by scripts/learn_links.py: do not edit.
#include "collate/links.h"

namespace stemma::collate {

std::span<const double, kFeatureCount> link_weights() {
  static constexpr std::array<double, kFeatureCount> kWeights{
      -3.3064,  // bias
      -1.1511,  // cover_more
      -0.3052,  // cover_less
      -0.3037,  // dice
      2.5332,   // matched
      2.3845,   // unit_cover
      0.3324,   // unit_matched
      0.1376,   // unit_inside
      1.1093,   // run
      -0.7452,  // pairs
      1.9662,   // words
      0.0000,   // names
      0.0000,   // numbers
      0.0000,   // numbers_differ
      1.5504,   // dates
      -0.1219,  // family
      0.5082,   // speaker
      0.9412,   // best_of_other
      0.6283,   // mutual_best
      2.9512,   // neighbours
      -1.6958,  // place
      0.3832,   // both_lead
      -1.7432,  // length
      -0.6465,  // lengths
      -0.0792,  // heading_part
      -0.3780,  // quoted_part
  };
  return kWeights;
}

}  // namespace stemma::collate
