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
  // The terms of a report's body that it is put into the index and looked up
  // by.
  static TermVector heaviest(const TermVector& body);

  // Notes that a report of these heaviest terms stands in the story, which is
  // open.
  void add(const TermVector& heaviest, StoryIndex story);

  // The open stories that share the weightiest terms, best first, at most
  // `most`. Rare terms are looked up first, each from the newest story back,
  // until enough entries are read.
  std::vector<StoryIndex> find(const TermVector& heaviest, std::size_t most);

  // The story takes no more reports. It is found no more, and its entries go
  // when the next sweep comes.
  void retire(StoryIndex story);

 private:
  // Terms under which a story stands in the index.
  struct Entry {
    std::uint32_t next = 0;  // of terms, to be overwritten when it is full
    std::vector<Term> terms;
  };

  // Terms of a report that are in the index, with their stories.
  struct Listed {
    const std::vector<StoryIndex>* stories = nullptr;
    WeightedTerm term;
  };

  void grow(StoryIndex story);
  bool note(Term term, StoryIndex story);
  std::vector<Listed> listed(const TermVector& heaviest) const;
  std::size_t add_scores(const std::vector<Listed>& listed);
  void sweep();

  // Stories in the order in which they took the term.
  boost::unordered_flat_map<Term, std::vector<StoryIndex>> postings_;
  std::vector<Entry> stories_;
  std::vector<char> open_;         // by story
  std::size_t retired_ = 0;        // since the last sweep
  std::vector<float> scores_;      // by story; all 0 between two calls
  std::vector<StoryIndex> found_;  // first the stories with a score
};

}  // namespace stemma::story
