// What two sentences have in common, weighted by how much it says.
#pragma once

#include <cstdint>
#include <vector>

#include "collate/story_text.h"

namespace stemma::collate {

struct Cover {
  float a = 0;        // share of the first side's weight that matches, 0..1
  float b = 0;        // of the second side's
  float dice = 0;     // of both sides together
  float matched = 0;  // weight that matches, mean of both sides
};

struct KindCounts {
  float words = 0;          // matched weight of plain words
  std::uint32_t names = 0;  // bearers on both sides
  float numbers = 0;        // weight of the numbers on both sides
  std::uint32_t numbers_a = 0;
  std::uint32_t numbers_b = 0;
  bool dates = false;  // a date on both sides
};

// Compares one pair of sentences after the other. Weights of terms: what the
// background gives, less the more sentences of the two reports have the term.
// Refers to the story, which outlives it.
class Overlap {
 public:
  explicit Overlap(const StoryText& story);

  // Everything below speaks of the pair compared last.
  void compare(const StorySentence& a, const StorySentence& b);

  const Cover& sentences() const { return sentences_; }

  // The cover of two units, by their numbers in their sentences.
  Cover units(std::uint32_t a, std::uint32_t b) const;

  KindCounts kinds() const;

  // Words of the longest run of words that stands in both, without runs of
  // function words alone.
  std::uint32_t longest_run();

  // Pairs of terms that are neighbours on both sides.
  std::uint32_t neighbouring_terms() const;

  // The highest cover that a unit of two terms or more has by the whole other
  // sentence.
  float best_inside() const;

 private:
  struct Side {
    const StorySentence* sentence = nullptr;
    std::span<const Term> terms;
    std::vector<float> weights;
    std::vector<TermMatch> matches;
  };
  struct Run {
    std::uint32_t words = 0;
    bool content = false;
  };
  struct Sums {
    float all = 0;
    float matched = 0;
  };
  float logarithm(std::size_t value) const;
  void fill(Side& side, const StorySentence& other);
  static Cover make_cover(Sums a, Sums b);
  Sums sums(const Side& side) const;
  Sums unit_sums(const Side& side, std::uint32_t unit,
                 std::uint32_t other) const;
  float inside(const Side& side) const;

  const StoryText& story_;
  std::vector<float> logarithms_;  // of small whole numbers
  Side a_;
  Side b_;
  Cover sentences_;
  std::vector<Run> runs_;
};

}  // namespace stemma::collate
