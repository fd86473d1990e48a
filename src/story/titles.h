// Which member's title says best what a story is about?
#pragma once

#include <cstdint>
#include <vector>

#include "story/report_vector.h"

namespace stemma::story {

// The titles of a story's first members, as words. A title is good if its
// words weigh much in the story; where no member has one, first sentences
// compete in the same way.
class TitleChoice {
 public:
  // `number` says which report it is.
  void add(std::uint32_t number, const Outline& report);

  // The number of the report to take the title from: the first of the best.
  // REQUIRES: add() was called.
  std::uint32_t best(const TermVector& story) const;

  // Takes over what `other` has, which follows.
  void append(const TitleChoice& other);

 private:
  struct Candidate {
    std::uint32_t number = 0;
    std::uint32_t end = 0;  // of its terms in terms_
    bool titled = false;
  };
  std::vector<Candidate> candidates_;
  std::vector<Term> terms_;
};

}  // namespace stemma::story
