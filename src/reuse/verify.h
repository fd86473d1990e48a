// From a match of content words to a passage: borders and similarity.
#pragma once

#include <optional>
#include <vector>

#include "reuse/borders.h"
#include "reuse/matcher.h"
#include "reuse/pair_words.h"
#include "stemma/types/options.h"
#include "stemma/types/passage.h"

namespace stemma::reuse {

// What speaks for a match being shared and not alike by chance.
struct Evidence {
  PageRanges ranges;
  std::size_t words_a = 0;
  std::size_t words_b = 0;
  Overlap overlap;
  double similarity = 0;  // of a summary, the share found in the other
};

// Judges matches of one pair after the other. Not safe for use by several
// threads at once.
class Verifier {
 public:
  // The pair is that of `words` from here on; called anew for each `a`, and
  // whenever `words` were changed. They outlive their use.
  void set_words(PairWords& words);

  // What speaks for the match, with its borders set.
  Evidence weigh(const Match& match);

  // The same if the words bear the match out and it is no shorter than options
  // ask for; then `match` is set to what the passage takes up.
  std::optional<Evidence> judge(Match& match, const ReuseOptions& options);

  // The passage that the match last judged makes, with spans, kind, similarity,
  // quoted share and aligned words; report indices are left at 0.
  Passage passage_of(const Evidence& evidence, const Match& match);

 private:
  void align(PageRanges ranges, std::vector<AlignedPair>& out);
  void complete_alignment(const PageRanges& ranges);
  bool may_be_shared(const PageRanges& ranges);

  PairWords* words_ = nullptr;
  Aligner aligner_;
  std::vector<AlignedPair> aligned_;  // of the last match, by place
  std::vector<AlignedPair> part_;
};

}  // namespace stemma::reuse
