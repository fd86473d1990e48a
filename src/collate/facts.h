// Where two wordings of one statement differ in a fact.
#pragma once

#include <vector>

#include "collate/readings.h"

namespace stemma::collate {

// Numbers of one unit whose values differ, dates that differ, and deeds that
// exclude one another, where they stand in one slot: with the same words around
// them. Each with the words on
// both sides (the value of `a` first) and its kind. Rounding is listed as such
// and is no difference in fact.
std::vector<Difference> find_differences(const StoryText& story,
                                         const Wording& a, const Wording& b);

// What one side says under a hedge and the other without one, and deeds of
// which only one side tells who did them.
std::vector<Difference> find_hedges(const StoryText& story, const Wording& a,
                                    const Wording& b);

}  // namespace stemma::collate
