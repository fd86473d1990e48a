// What units count in one group; see clustering.cc.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "collate/rows.h"
#include "collate/story_text.h"

namespace stemma::collate {

// Gain for which anything is joined or moved.
inline constexpr float kLeastGain = 1e-6F;

// Edges between two groups, or a unit and a group.
struct EdgeSum {
  float sum = 0;  // of probabilities
  std::uint32_t count = 0;

  EdgeSum& operator+=(const EdgeSum& more) {
    sum += more.sum;
    count += more.count;
    return *this;
  }
};

class GroupingValue {
 public:
  // Refers to the story, which outlives it.
  GroupingValue(const StoryText& story, MissingEdges missing)
      : story_(story), missing_(missing) {}

  // What two groups of units (ascending) count in one, with the edges between
  // them. Not const: what repeats what is remembered.
  float together(std::span<const std::uint32_t> a,
                 std::span<const std::uint32_t> b, EdgeSum edges);

  // Not less than together() for any groups with these edges.
  static float at_most(EdgeSum edges);

 private:
  struct Shared {
    float pairs = 0;     // of units of one report
    float repeated = 0;  // what they count
  };
  Shared shared(std::span<const std::uint32_t> fewer,
                std::span<const std::uint32_t> more);
  bool sums_up(const Unit& unit) const;
  float repeat_value(std::uint32_t a, std::uint32_t b);

  const StoryText& story_;
  MissingEdges missing_;
  boost::unordered_flat_map<std::uint64_t, float> repeats_;
};

}  // namespace stemma::collate
