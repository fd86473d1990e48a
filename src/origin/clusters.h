// Groups from probabilities that pairs belong together, and how many groups
// there may be.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stemma/types/origins.h"

namespace stemma::origin {

// An uncertain edge. a < b.
struct Edge {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double probability = 0;
  double undecided = 0;  // 0..1: how little the probability rests on
};

// One joining of two groups.
struct Merge {
  double probability = 0;  // mean of the edges between them
  double surest = 0;       // the greatest of them
  std::uint32_t a = 0;     // the smallest member of each group; a < b
  std::uint32_t b = 0;
  double undecided = 0;  // the greatest of them
};

// All joinings of average linkage (Sokal and Michener 1958), surest first, of
// groups with an edge between them. `edges` may be sparse: only the first eight
// pairs of two groups that have no edge count as 0. Ties go to smaller members.
// A joining takes as long as the two groups have neighbours, and those of its
// neighbours whose best partner was one of the two.
std::vector<Merge> average_linkage(std::uint32_t members,
                                   std::span<const Edge> edges);

// The group of each member, 0, 1, ... in order of first member, after all
// joinings of probability one half or more.
std::vector<std::uint32_t> groups_of(std::uint32_t members,
                                     std::span<const Merge> merges);

// How many groups: each joining happens with a probability, so the number of
// groups is `members` less a sum of uneven coin tosses, whose distribution is
// computed exactly (Poisson-binomial, by dynamic programming). A joining of
// one half or more counts with its surest edge, since one sure copy is enough
// to belong; others with their mean. What is undecided is drawn to a prior, and
// not by a coin of its own: as likely as not, one cause joins all that the
// evidence cannot tell apart. Likely is the number that groups_of gives; low
// and high leave `tail` of the probability on either side; low is 1 or more,
// whatever number of joinings is given. O(members^2) in the worst case, linear
// where few joinings are uncertain.
CountRange count_groups(std::uint32_t members, std::span<const Merge> merges,
                        double tail);

}  // namespace stemma::origin
