// Stories that turned out to be one.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "stemma/types/story.h"
#include "story/grouper.h"

namespace stemma::engine {

// Gives the reports of each story to the story that `first_of` names for it
// (StoryGrouper::settle()), which has its position or an earlier one, and takes
// out the stories that are then empty. The others keep their ids and order.
// Returns the positions of those that stay.
std::vector<story::StoryIndex> put_together(
    std::span<const story::StoryIndex> first_of, std::vector<Story>& stories);

}  // namespace stemma::engine
