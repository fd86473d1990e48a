// Texts as sets of pairs of neighbouring content words: what a tree of texts
// is inferred from.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "origin/narration.h"

namespace stemma::origin {

// A set of small numbers. Sets that meet in one operation are of one size.
class BitSet {
 public:
  explicit BitSet(std::size_t bits = 0) : words_((bits + 63) / 64, 0) {}

  void insert(std::size_t bit) {
    words_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  // The bits [begin, end).
  void insert_range(std::size_t begin, std::size_t end) {
    for (; begin < end && begin % 64 != 0; ++begin) insert(begin);
    for (; begin + 64 <= end; begin += 64)
      words_[begin / 64] = ~std::uint64_t{0};
    for (; begin < end; ++begin) insert(begin);
  }
  bool contains(std::size_t bit) const {
    return (words_[bit / 64] >> bit % 64 & 1U) != 0;
  }
  std::uint32_t count() const;
  bool empty() const { return words_.empty(); }  // made without bits
  // Calls visit(bit) for each member, ascending.
  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t left = words_[i]; left != 0; left &= left - 1) {
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(left)));
      }
    }
  }
  // Maximal runs of neighbouring members; a single one that is missing does
  // not end a run.
  std::uint32_t stretches() const;

  BitSet& operator|=(const BitSet& other);
  BitSet& operator&=(const BitSet& other);
  BitSet& operator-=(const BitSet& other);
  friend BitSet operator|(BitSet a, const BitSet& b) { return a |= b; }
  friend BitSet operator&(BitSet a, const BitSet& b) { return a &= b; }
  friend BitSet operator-(BitSet a, const BitSet& b) { return a -= b; }
  friend bool operator==(const BitSet&, const BitSet&) = default;

  // In how many stretches the members of `set` stand, if only members of
  // `between` stand between two stretches. The sets have no common member.
  friend std::uint32_t stretches(const BitSet& set, const BitSet& between);

 private:
  std::vector<std::uint64_t> words_;
};

// The pairs of all texts under numbers. Pairs that stand next to each other in
// the longest text that has them have neighbouring numbers, so that a stretch
// of text is a run of numbers.
struct TextSets {
  std::size_t pairs = 0;                          // how many there are
  std::vector<BitSet> of_text;                    // what each text holds
  std::vector<std::vector<std::uint32_t>> order;  // the same, as it stands
  BitSet shared;                                  // held by two texts or more
};

// A pair is two content words of one sentence with at most function words
// between them, in the order of the text, so that an utterance told
// indirectly keeps its pairs. Linear in the length of the texts but for
// sorting.
TextSets make_text_sets(std::span<const Narration* const> texts);

}  // namespace stemma::origin
