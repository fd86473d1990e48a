// Stretches of content words that two reports may share.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "reuse/pair_words.h"

namespace stemma::reuse {

// Content words [begin, end) of a report.
struct WordRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
  friend auto operator<=>(const WordRange&, const WordRange&) = default;
};

// A stretch of each report that hold much the same words.
struct Match {
  WordRange a;
  WordRange b;
  // One side sums up the other: most words of the shorter are found in the
  // longer, which has many more.
  bool summary = false;
  // Words that both hold, each occurrence once; set when it is verified.
  std::size_t common = 0;
  // What was taken is a stretch inside, and what lies beside it is open.
  bool stretch = false;
};

// Compares one report (`a`) with others (`b`), one after the other. Not safe
// for use by several threads at once.
class Matcher {
 public:
  // The pair is that of `words` from here on; its `a` is another one, or its
  // `b`. It outlives its use.
  void set_a(const PairWords& words);
  void set_b(const PairWords& words);

  // Calls `accept` with stretches that the two reports may share. Where it
  // says no, smaller ones inside are tried; where it says yes, it sets the
  // match to what it took, and what is left outside is tried. The words decide,
  // not their order.
  void match(const std::function<bool(Match&)>& accept);

  // Calls `accept` with a stretch of one report that seems to sum up the
  // other, if there is one: most of its words are found there, all over it.
  void match_summary(const std::function<bool(Match&)>& accept);

  // A word of `b` that stands beside the same neighbour as in `a`.
  struct Seed {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
  };

 private:
  // Equal words at these positions; a seed once a neighbour agrees.
  struct Point {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    bool is_seed = false;
  };
  // The content words of one side: numbers of stems.
  struct Side {
    std::span<const std::uint32_t> words;
    std::span<const float> weights;
    std::uint32_t size() const {
      return static_cast<std::uint32_t>(words.size());
    }
  };

  // Seeds in one another's reach; `judged` if they were brought up and are no
  // passage.
  struct Cluster {
    std::span<Seed> seeds;
    bool judged = false;
  };

  void find_seeds();
  static void cluster(Cluster seeds, std::uint32_t max_gap,
                      std::vector<Cluster>& out);
  void count(const Side& side, WordRange range);
  void uncount(const Side& side, WordRange range);
  WordRange find_summary(const Side& brief, const Side& full);
  float most_in_window(const Side& side, std::size_t window);
  bool is_spread(const Side& brief, WordRange range, const Side& full);
  void refine(Match& match);
  void refine_side(const Side& moved, const Side& fixed, WordRange other,
                   WordRange& range);

  Side a_;
  Side b_;
  std::vector<std::uint32_t> count_;      // by number; all 0 between uses
  std::vector<std::uint32_t> in_window_;  // by number; all 0 between uses
  std::vector<std::uint32_t> first_;  // by number: first position in `a` + 1
  std::vector<std::uint32_t> next_;   // by position in `a`: next + 1
  std::vector<Point> points_;
  std::vector<Seed> seeds_;
};

}  // namespace stemma::reuse
