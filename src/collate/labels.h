// The expressions that the reports use for the same thing.
#pragma once

#include <span>
#include <vector>

#include "collate/rows.h"
#include "collate/story_text.h"
#include "stemma/types/matrix.h"

namespace stemma::collate {

// Labels of the story's persons, bodies, places and things: the variants of
// each name, with title and scare quotes as written, and expressions of a name
// and a noun ("the Ostland regime") that stand in one slot of readings of one
// statement. By thing, the things that most reports name first; of one thing
// the labels that most reports use first.
std::vector<Label> find_labels(const StoryText& story,
                               std::span<const UnitGroup> groups);

}  // namespace stemma::collate
