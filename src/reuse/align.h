// Alignment of two stretches of words, in order and with gaps.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace stemma::reuse {

// Two words that stand for each other: positions in `a` and `b`.
struct AlignedPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  friend auto operator<=>(const AlignedPair&, const AlignedPair&) = default;
};

// What an equal word is worth; the same for every occurrence of a word.
using Weight = std::uint32_t;

// A heaviest common subsequence of two sequences of words (equal numbers are
// equal words), as pairs ascending in both. `weights` gives the weight of each
// word of `a`, at least 1; with one weight for all it is a longest common
// subsequence. Exact while the number of equal pairs stays below a limit, which
// stretches of a few thousand different words never reach; beyond it words that
// repeat most are left unaligned.
// O((n + m + r) log(n + m)) for r equal pairs, r <= 4 (n + m) + 2^18 (Hunt and
// Szymanski 1977, with weights as in Jacobson and Vo 1992).
// REQUIRES: weights is as long as `a`, or empty: 1 for each word.
std::vector<AlignedPair> align_words(std::span<const std::uint64_t> a,
                                     std::span<const std::uint64_t> b,
                                     std::span<const Weight> weights = {});

// Two sequences of words that are numbered, and what the words of `a` weigh.
struct NumberedSides {
  std::span<const std::uint32_t> a;
  std::span<const std::uint32_t> b;  // 0: equal to no word
  std::span<const Weight> weights;   // as long as `a`
};

// The same for words that bear small numbers, one pair of stretches after the
// other with the same buffers. Not safe for use by several threads at once.
class Aligner {
 public:
  // Words bear numbers below `numbers` from here on.
  void set_numbers(std::size_t numbers);

  // Appends a heaviest common subsequence, as align_words.
  void align(const NumberedSides& sides, std::vector<AlignedPair>& out);

  // Appends a common subsequence that is a heaviest one but for cases of words
  // that moved: words that either side has once are aligned first, and the rest
  // between them (after Cohen's patience diff, with weights). Much faster,
  // since what most equal pairs are made of, words that repeat, are looked at
  // in small gaps only.
  void align_by_anchors(const NumberedSides& sides,
                        std::vector<AlignedPair>& out);

 private:
  struct Link {
    AlignedPair pair;
    std::uint64_t weight = 0;  // of the subsequence that ends here
    std::uint32_t before = 0;  // index of the predecessor's link
  };

  using Middle = void (Aligner::*)(const NumberedSides&, AlignedPair,
                                   std::vector<AlignedPair>&);
  void align_between(const NumberedSides& sides, AlignedPair origin,
                     Middle align_middle, std::vector<AlignedPair>& out);
  void align_exactly(const NumberedSides& sides, AlignedPair origin,
                     std::vector<AlignedPair>& out);
  void align_anchored(const NumberedSides& sides, AlignedPair origin,
                      std::vector<AlignedPair>& out);
  void find_anchors(const NumberedSides& sides);
  void list_occurrences(std::span<const std::uint32_t> b);
  std::size_t most_repeats(std::span<const std::uint32_t> a,
                           std::size_t most_pairs) const;

  // Chains of pairs: the heaviest subsequences so far, by where they end.
  void start_chains(std::size_t size_b);
  void add_to_chains(AlignedPair pair, Weight weight);
  void append_heaviest(AlignedPair origin, std::vector<AlignedPair>& out) const;
  std::uint32_t heaviest(std::size_t end) const;
  std::uint64_t weight_of(std::uint32_t link) const;

  // By number; all 0 between uses.
  std::vector<std::uint32_t> count_;
  std::vector<std::uint32_t> last_;    // position of the last occurrence + 1
  std::vector<std::uint32_t> before_;  // by position: the one before it + 1
  std::vector<Link> links_;
  std::vector<std::uint32_t> tree_;
  std::vector<AlignedPair> anchors_;
};

}  // namespace stemma::reuse
