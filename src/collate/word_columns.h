// Readings of one stretch as columns of words: a variant graph laid flat.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace stemma::collate {

// A word as it is compared. Equal folds are equal words; words of one stem
// are forms of one word.
struct CollatedWord {
  std::uint64_t fold = 0;
  std::uint64_t stem = 0;
  bool content = true;  // no function word
};

using Reading = std::vector<CollatedWord>;

// By reading, the column of each of its words, ascending. Columns are counted
// from 0 and every column holds a word of some reading.
struct WordColumns {
  std::uint32_t count = 0;
  std::vector<std::vector<std::uint32_t>> columns;
};

// Aligns the readings one after the other to what stands already: first the
// one that has most in common with the others. The order comes from the words
// alone, so the order of `readings` changes nothing. Within 60,000 pairs of
// words the alignment of one reading is the best there is; longer texts are
// cut at words and pairs of words that stand once on both sides (as in
// patience sorting). Near O(n) for n words in all; texts that repeat
// themselves without end are left unaligned in part.
WordColumns align_readings(std::span<const Reading> readings);

}  // namespace stemma::collate
