// Wordings: the words of a quotation and how far two of them agree.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stemma/types/witness.h"

namespace stemma::quote {

struct WeightedWord {
  std::uint64_t stem = 0;
  float weight = 0;  // rare in the story: heavy; function word: light
};

// At most so many words of a quotation are compared.
inline constexpr std::size_t kMaxWordingWords = 400;

// The words of one quotation, by position.
struct Wording {
  std::vector<WeightedWord> words;
  float mass = 0;   // sum of weights
  float heavy = 0;  // number of words that are no function words
};

// How often each stem is used in the sentences of a story; what makes a word
// rare.
class WordWeights {
 public:
  explicit WordWeights(std::span<const Witness> witnesses);
  float weight(const Token& token) const;

 private:
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sentences_with_;
  float sentence_count_ = 0;
};

Wording read_wording(const Analysis& analysis, const Quotation& quotation,
                     const WordWeights& weights);

// What two wordings share.
struct Agreement {
  float aligned = 0;  // weight of the words aligned in order, gaps paid for
  float heavy = 0;    // words aligned that are no function words
};

// The best local alignment of words (Smith and Waterman 1981: a match earns
// the word's weight, a gap or substitution costs a little, the ends are
// free), as QUOTUS (Niculae et al. 2015) aligns quotations with transcripts.
Agreement align(const Wording& a, const Wording& b);

// The same in any order, each word used once: translations of one utterance
// put its parts elsewhere.
Agreement align_unordered(const Wording& a, const Wording& b);

}  // namespace stemma::quote
