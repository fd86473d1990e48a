// Pairs of sentences worth comparing, found through an index of their terms.
#pragma once

#include <cstdint>
#include <vector>

#include "collate/story_text.h"

namespace stemma::collate {

// Sentences of different reports, a < b, indices into StoryText::sentences.
struct SentencePair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  friend auto operator<=>(const SentencePair&, const SentencePair&) = default;
};

struct Candidates {
  std::vector<SentencePair> pairs;  // sorted
  // Whether a limit was met: then a pair that is missing may yet be alike.
  bool cut = false;
};

// For each sentence the ones that share most with it: a bounded number from
// each other report, and in all. Time is linear in the number of sentences
// times these bounds. Sentences that go with an equal one (same_as) have no
// candidates.
Candidates find_candidates(const StoryText& story);

}  // namespace stemma::collate
