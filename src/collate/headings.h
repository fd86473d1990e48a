// Headings that repeat what the body of their report states.
#pragma once

#include <cstdint>
#include <vector>

#include "collate/story_text.h"

namespace stemma::collate {

// Puts each heading that is a group by itself into the group of the clause of
// its own report that says the same, if there is one. `groups` hold units,
// ascending, each unit in one group.
std::vector<std::vector<std::uint32_t>> with_headings(
    const StoryText& story, std::vector<std::vector<std::uint32_t>> groups);

}  // namespace stemma::collate
