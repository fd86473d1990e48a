// Wordings: the words of a quotation and how far two of them agree.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stemma/types/witness.h"

namespace stemma::quote {

struct WeightedWord {
  std::uint64_t stem = 0;
  std::uint64_t fold = 0;
  std::uint64_t sense = 0;  // one for words that say the same
  float weight = 0;         // rare in news and in the story: heavy
  bool heavy = false;       // no function word
  bool exact = false;       // a number, or a word with a capital
  bool marked = false;      // between quotation marks
};

// At most so many words of a quotation are compared.
inline constexpr std::size_t kMaxWordingWords = 400;

// The words of one quotation, by position.
struct Wording {
  std::vector<WeightedWord> words;
  float mass = 0;       // sum of weights
  float heavy = 0;      // number of words that are no function words
  float marked = 0;     // the same of those between quotation marks
  bool denies = false;  // holds a negation
};

// What a word is worth: how rare it is in news at large (text/background.h)
// and in the sentences of the story, so that neither stock phrases nor the
// topic of the story weigh much.
class WordWeights {
 public:
  explicit WordWeights(std::span<const Witness> witnesses);
  float weight(const Token& token, std::string_view language) const;

 private:
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sentences_with_;
  float sentence_count_ = 0;
};

// The words of `content`.
Wording read_wording(const Analysis& analysis, std::span<const Span> content,
                     const WordWeights& weights);

// What two wordings share.
struct Agreement {
  float aligned = 0;  // weight of the words aligned in order, gaps paid for
  float heavy = 0;    // words aligned that are no function words
  float words = 0;    // words aligned
  float run = 0;      // words of the longest stretch without a gap
  float exact = 0;    // weight of the numbers and words with capitals
  float marked = 0;   // weight of the words between quotation marks in both
};

// The best local alignment of words (Smith and Waterman 1981: a match earns
// the word's weight, a gap or substitution costs a little, the ends are
// free), as QUOTUS (Niculae et al. 2015) aligns quotations with transcripts.
Agreement align(const Wording& a, const Wording& b);

// The same in any order and by sense, each word used once: translations of one
// utterance put its parts elsewhere. `run` is not counted.
Agreement align_unordered(const Wording& a, const Wording& b);

// How many words each side has that the other has not, when all words of both
// are aligned in order (Needleman and Wunsch 1970); a substitution counts on
// both sides. `ends_*`: those before the first and after the last word that
// both share; `inner_*`: those between.
struct Difference {
  std::uint32_t shared = 0;
  std::uint32_t ends_a = 0;
  std::uint32_t inner_a = 0;
  std::uint32_t ends_b = 0;
  std::uint32_t inner_b = 0;
};
Difference difference(const Wording& a, const Wording& b);

}  // namespace stemma::quote
