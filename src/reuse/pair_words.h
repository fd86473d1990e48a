// The words of a pair of reports, numbered.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "reuse/pages.h"

namespace stemma::reuse {

// Numbers from 1 for different hashes; 0 for a hash that is not known.
// Look-ups take a few steps whatever the hashes are: they are mixed with
// `seed`, which comes from all of a text, so that no text can be made of words
// that fall together.
class NumberTable {
 public:
  // Forgets all, and makes room for `most` hashes: no more may be added.
  void clear(std::size_t most, std::uint64_t seed);
  // The number of the hash, a new one if it has none. REQUIRES: clear() was
  // called; so for find().
  std::uint32_t add(std::uint64_t hash);
  std::uint32_t find(std::uint64_t hash) const;
  // How many hashes are known.
  std::uint32_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = 0;  // 0: empty
  };
  std::size_t place(std::uint64_t hash) const {
    return ((hash ^ seed_) * 0x9E3779B97F4A7C15U) >> shift_;
  }

  std::vector<Slot> slots_;
  std::uint64_t seed_ = 0;
  unsigned shift_ = 63;
  std::uint32_t size_ = 0;
};

// What two stretches have in common.
struct Overlap {
  std::size_t common = 0;     // words that both hold, each occurrence once
  std::size_t different = 0;  // different content words that both hold
  std::size_t plain = 0;      // of these in lower case, and no numbers
};

// One report (`a`) beside others (`b`), one after the other: equal words bear
// equal numbers, and so do words of one stem. Numbers are counted in `a`; a
// word of `b` that it does not have is 0. Not safe for use by several threads
// at once. Pages outlive their use.
class PairWords {
 public:
  struct Side {
    const Page* page = nullptr;
    std::vector<std::uint32_t> folds;    // of each word
    std::vector<std::uint32_t> stems;    // of each word
    std::vector<std::uint32_t> content;  // stems of the content words
  };

  // `a` first: it forgets the `b` before.
  void set_a(const Page& a);
  void set_b(const Page& b);

  const Side& a() const { return a_; }
  const Side& b() const { return b_; }
  // Numbers are below these.
  std::size_t fold_numbers() const { return folds_.size() + std::size_t{1}; }
  std::size_t stem_numbers() const { return stems_.size() + std::size_t{1}; }

  // What two stretches have in common, by stems.
  Overlap overlap(PageRange a, PageRange b);
  // The number of equal words that both hold, each occurrence once.
  std::size_t equal_words(PageRange a, PageRange b);

 private:
  Side a_;
  Side b_;
  NumberTable folds_;
  NumberTable stems_;
  std::vector<std::uint32_t> stem_of_fold_;  // by number of the fold
  std::vector<std::uint32_t> count_;         // by number; all 0 between uses
  std::vector<std::uint8_t> marks_;          // by number; all 0 between uses
};

}  // namespace stemma::reuse
