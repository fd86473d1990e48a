// What two sentences have in common, weighted by how much it says.
#pragma once

#include <cstdint>
#include <utility>
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

// Weights of the terms of two sentences: what the background gives, less the
// more sentences of the two reports have the term. Refers to the story.
class Overlap {
 public:
  Overlap(const StoryText& story, const StorySentence& a,
          const StorySentence& b);

  const Cover& sentences() const { return sentences_; }

  // The cover of two units; `terms` as in Unit::terms.
  Cover units(std::pair<Range, Range> terms, const TermSet& set_a,
              const TermSet& set_b) const;

  KindCounts kinds() const;

  // Words of the longest run of tokens that stands in both, without runs of
  // function words alone.
  std::uint32_t longest_run() const;

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
    std::vector<float> matches;  // 0..1 by the whole other sentence
  };
  float weight(const Term& term) const;
  void fill(Side& side, const TermSet& other) const;
  float inside(const Side& side) const;

  const StoryText& story_;
  Side a_;
  Side b_;
  Cover sentences_;
};

}  // namespace stemma::collate
