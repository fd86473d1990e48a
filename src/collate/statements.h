// Groups of units as rows of the matrix.
#pragma once

#include <span>
#include <vector>

#include "collate/rows.h"
#include "collate/story_text.h"
#include "stemma/types/matrix.h"

namespace stemma::collate {

// The row of each group that states something: cells with their relation to
// the base, voices, attributions and differences, in the order of the fullest
// report; what other reports have besides stands behind what it follows there.
// A heading that no other report's words repeat makes no row. Presence is
// left empty.
std::vector<MatrixRow> make_rows(const StoryText& story,
                                 std::span<const UnitGroup> groups);

}  // namespace stemma::collate
