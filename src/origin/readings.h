// Texts as readings: which word each of them has at each place of the
// sentences that they share. What a tree of texts is inferred from.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/narration.h"
#include "origin/run_sets.h"

namespace stemma::origin {

// Sentences of several texts that are versions of one are a unit; its places
// are the columns of their alignment, and a reading is a word at a place, or
// that there is none. Readings are numbered by unit, place and word,
// and units in one order of all texts, so that what is cut from a text is one
// run of units.
struct TextReadings {
  std::size_t count = 0;                  // of readings
  std::vector<BitSet> of_text;            // one a place of each unit it has
  BitSet shared;                          // held by two texts or more
  std::vector<std::uint32_t> place_of;    // of each reading, ascending
  std::vector<std::uint32_t> unit_of;     // of each reading, ascending
  std::vector<std::uint32_t> unit_begin;  // its first reading; a last entry
                                          // of `count` ends the list
  BitSet shared_units;                    // had by two texts or more
  std::size_t units() const { return unit_begin.size() - 1; }
};

// Sentences are versions of one if they have enough content words in common;
// those of fewer than three are left away, very long ones are cut. Two
// sentences of one text are never one unit, and one that a text says twice
// counts once. Linear in the length of the texts times the number of texts.
TextReadings make_readings(std::span<const Narration* const> texts);

// What a text holds, and what follows from it.
struct NodeWords {
  BitSet readings;
  BitSet units;
  BitSet room;  // all readings of its units
};

// `readings`: one a place of each unit that the text has.
NodeWords words_of(const TextReadings& all, const BitSet& readings);

// What became of one text on the way to another.
struct Changes {
  std::uint32_t places = 0;  // changed, in units that both have
  std::uint32_t runs = 0;    // of neighbouring ones
  std::uint32_t again = 0;   // of them, to a reading that others share
  std::uint32_t lost = 0;    // units
  std::uint32_t cuts = 0;    // runs of them
  std::uint32_t gained = 0;  // units that others share
};

Changes changes_between(const TextReadings& all, const NodeWords& from,
                        const NodeWords& to);

}  // namespace stemma::origin
