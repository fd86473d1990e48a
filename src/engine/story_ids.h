// The names of stories, and the grouping that an input gives.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/types/story.h"

namespace stemma::engine {

// What a story is named after: the id of the report that founds it and the
// hash of its content (read::ReportKey).
std::uint64_t founding_hash(std::string_view report, std::uint64_t content);
// The name itself.
std::string founding_id(std::string_view report, std::uint64_t content);

// A report as far as its given story is concerned.
struct GivenStory {
  std::string_view story;  // "" if none is given
  std::string_view report;
  std::uint64_t content = 0;
};

// One story a name, in the order of their first reports; reports without one
// are a story each.
std::vector<Story> given_stories(std::span<const GivenStory> reports);

}  // namespace stemma::engine
