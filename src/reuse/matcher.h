// Stretches of content words that two reports may share.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "reuse/words.h"

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

// Compares one report (`a`) with others. Keeps arrays as long as the word
// table between calls, so it is made once for many pairs. Not safe for use
// by several threads at once. The table outlives it.
class Matcher {
 public:
  explicit Matcher(const WordTable& table);

  // Calls `accept` with stretches that the two reports may share. Where it
  // says no, smaller ones inside are tried; where it says yes, it sets the
  // match to what it took, and what is left outside is tried. The words decide,
  // not their order.
  void match(const ContentWords& a, const ContentWords& b,
             const std::function<bool(Match&)>& accept);

  // Calls `accept` with a stretch of one report that seems to sum up the
  // other, if there is one: most of its words are found there, all over it.
  void match_summary(const ContentWords& a, const ContentWords& b,
                     const std::function<bool(Match&)>& accept);

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

  void index(const ContentWords& a);
  void find_seeds(const ContentWords& b);
  static void cluster(std::span<Seed> seeds, std::uint32_t max_gap,
                      std::vector<std::span<Seed>>& out);
  WordRange find_summary(const ContentWords& brief, const ContentWords& full);
  bool is_spread(const ContentWords& brief, WordRange range,
                 const ContentWords& full);
  void refine(const ContentWords& a, const ContentWords& b, Match& match);
  void refine_side(const ContentWords& moved, const ContentWords& fixed,
                   WordRange other, WordRange& range);

  const WordTable& table_;
  std::vector<std::uint32_t> count_;      // by term; all 0 between uses
  std::vector<std::uint32_t> in_window_;  // by term; all 0 between uses
  std::vector<std::uint32_t> first_;      // by term: first position in `a` + 1
  std::vector<std::uint32_t> next_;       // by position in `a`: next + 1
  const ContentWords* indexed_ = nullptr;
  std::vector<Point> points_;
  std::vector<Seed> seeds_;
  std::vector<float> gains_;
};

}  // namespace stemma::reuse
