// Names and descriptions that stand in one slot of aligned readings.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "collate/rows.h"
#include "collate/story_text.h"

namespace stemma::collate {

// "the flooded valley", where another reading has the bearer's name.
struct Description {
  ReportIndex report = 0;
  std::uint32_t bearer = 0;  // index into StoryNames::bearers()
  Span span;                 // without the determiner
  friend auto operator<=>(const Description&, const Description&) = default;
};

struct Descriptions {
  std::vector<Description> descriptions;  // sorted, each once
  // Bearers that are named in each other's place, the smaller index first.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> same;
};

// Two expressions in readings of one statement stand for one thing if they
// share a word ("Lower Ost", "the Ost Valley", "the flooded valley") and the
// word that says something next to them is the same on one side. Expressions
// that share no word are not joined: what stands in one slot may be another
// thing, and then the readings differ.
Descriptions find_descriptions(const StoryText& story,
                               std::span<const UnitGroup> groups);

}  // namespace stemma::collate
