// The sentences of several texts that are versions of one, aligned word by
// word.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/narration.h"

namespace stemma::origin {

using Stem = std::uint64_t;  // hash of a word's stem; 0: no word

// A sentence of one text.
struct Version {
  std::uint32_t text = 0;
  std::vector<Stem> at_place;
};

struct Unit {
  std::vector<std::vector<Stem>> places;  // words seen at each place
  std::vector<Version> versions;          // by text as taken in
};

struct AlignedUnits {
  std::vector<Unit> units;
  // The units of each text's sentences in their order; the longest text first.
  std::vector<std::vector<std::uint32_t>> of_texts;
};

// See readings.h for which sentences are versions of one.
AlignedUnits align_units(std::span<const Narration* const> texts);

}  // namespace stemma::origin
