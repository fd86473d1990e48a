// Names and descriptions that stand in one slot of aligned readings.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "collate/rows.h"
#include "collate/story_text.h"

namespace stemma::collate {

// "the flooded valley", where another reading has the bearer's name or
// another description.
struct Description {
  ReportIndex report = 0;
  // Index into StoryNames::bearers(), or behind them for a thing that no
  // reading names.
  std::uint32_t bearer = 0;
  Span span;  // without the determiner
  friend auto operator<=>(const Description&, const Description&) = default;
};

struct Descriptions {
  std::vector<Description> descriptions;  // sorted, each once
  // Bearers that are named in each other's place, the smaller index first.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> same;
  std::uint32_t things = 0;  // bearers, and things that no reading names
};

// Two expressions in readings of one statement stand for one thing:
// - a name and a description that share a word ("the Ost Valley", "the flooded
//   valley"), if the word that says something next to them is the same on one
//   side;
// - two names of which one has all words of the other, and descriptions that
//   share no word with a name or another description ("the inquiry", "the
//   investigation"), if the same words stand directly before and behind them,
//   the same words that say something on both sides, and (without a shared
//   word) the units are alike by half.
// What else stands in one slot may be another thing.
Descriptions find_descriptions(const StoryText& story,
                               std::span<const UnitGroup> groups);

}  // namespace stemma::collate
