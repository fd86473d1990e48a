// Which sketches of a story are compared, and what two of them share.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "origin/telling_sketch.h"

namespace stemma::origin {

// What speaks for or against a common text or source of two reports, as
// estimated from their sketches. Named as in PairEvidence and Overlap.
struct SketchPair {
  std::uint32_t a = 0;  // a < b
  std::uint32_t b = 0;
  bool equal = false;           // the same words throughout
  double short_of_smaller = 0;  // share of the runs of 3 that both have
  double long_of_smaller = 0;   // of the runs of 5
  double long_runs = 0;         // how many runs of 5, in the whole texts
  double said_of_smaller = 0;   // share of the runs of 3 that both have and
                                // somebody has in marks
  double lead = 0;              // of the content words of the beginnings
  double cited = 0;
  double common_citation = 0;
  double undecided = 0;  // 0..1: how little there was to compare
  bool names_outlet = false;
  bool same_credit = false;
  bool different_agencies = false;
};

// All pairs of a story of up to 64 different texts; of a larger one each with
// the 24 with which it shares most of its lowest runs, so that the cost grows
// with the reports and not with their pairs. Reports of equal words are
// compared through the first of them. By a, then b.
std::vector<SketchPair> compare_sketches(
    std::span<const TellingSketch> sketches);

}  // namespace stemma::origin
