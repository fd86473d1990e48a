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

// Open stories by the terms that say most in their members. The cost of a
// look-up is bounded, whatever the number of stories; memory is linear in the
// open stories.
class CandidateIndex {
 public:
  // Notes that a report of this body stands in the story, which is open.
  void add(const TermVector& body, StoryIndex story);

  // The open stories that share the weightiest terms, best first, at most
  // `most`. Rare terms are looked up first, each from the newest story back,
  // until enough entries are read.
  std::vector<StoryIndex> find(const TermVector& body, std::size_t most);

  // The story takes no more reports. It is found no more, and its entries go
  // when the next sweep comes.
  void retire(StoryIndex story);

 private:
  // Terms under which a story stands in the index.
  struct Entry {
    bool open = true;
    std::uint32_t next = 0;  // of terms, to be overwritten when it is full
    std::vector<Term> terms;
  };

  bool note(Term term, StoryIndex story);
  void sweep();

  // Stories in the order in which they took the term.
  boost::unordered_flat_map<Term, std::vector<StoryIndex>> postings_;
  std::vector<Entry> stories_;
  std::size_t retired_ = 0;        // since the last sweep
  std::vector<float> scores_;      // by story; all 0 between two calls
  std::vector<StoryIndex> found_;  // stories with a score
};

}  // namespace stemma::story
