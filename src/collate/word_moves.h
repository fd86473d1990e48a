// Words that stand in another place.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "collate/word_columns.h"

namespace stemma::collate {

// The same `length` words from these on.
struct MovedRun {
  std::uint32_t base = 0;
  std::uint32_t reading = 0;
  std::uint32_t length = 0;
  friend auto operator<=>(const MovedRun&, const MovedRun&) = default;
};

// Words of a text that are free to be part of a run.
struct FreeWords {
  std::span<const CollatedWord> words;
  std::vector<bool> free;  // by word
};

// Runs that were moved together: on both sides they follow one another with a
// few other words between them at most. By place in the reading.
using Move = std::vector<MovedRun>;

// Moves of `least_content` content words or more in all; every word is in one
// of them at most. Runs with the most content words are taken first, then the
// longest, then the first. By place in the reading. Words that stand in more
// than 32 places of the base begin no run.
std::vector<Move> find_moves(const FreeWords& base, const FreeWords& reading,
                             std::uint32_t least_content);

}  // namespace stemma::collate
