// Which stories may a report belong to?
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "story/report_vector.h"

namespace stemma::story {

// Position of a story in the order of founding.
using StoryIndex = std::uint32_t;

// Stories by the terms that say most in their members. The cost of a look-up
// is bounded, whatever the number of stories.
class CandidateIndex {
 public:
  // Notes that a report of this body stands in the story.
  void add(const TermVector& body, StoryIndex story);

  // The stories that share the weightiest terms, best first, at most `most`.
  std::vector<StoryIndex> find(const TermVector& body, std::size_t most) const;

 private:
  // Stories in the order in which they took the term.
  boost::unordered_flat_map<Term, std::vector<StoryIndex>> postings_;
};

}  // namespace stemma::story
