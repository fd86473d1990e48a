// Made-up words with the statistics of news: the common ones are English
// function words, all others are built of syllables and drawn by Zipf's law.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "random.h"

namespace stemma::gen {

using Word = std::uint32_t;  // rank in the vocabulary, 0 the most common

class Vocabulary {
 public:
  // `words` in all, of which the last `names` are names of persons and places.
  Vocabulary(std::uint64_t seed, std::uint32_t words, std::uint32_t names);

  // A word by Zipf's law (P ~ 1 / (rank + 2.7), Mandelbrot's shift), never a
  // name.
  Word draw(Random& random) const;
  // A rare word that can mark a subject: uniform over the less common ones.
  Word draw_rare(Random& random) const;
  Word draw_name(Random& random) const;
  // The word that a rewriter puts for `word`: always the same one, of about
  // the same rank; function words and names stand for themselves.
  Word synonym(Word word) const;

  bool is_name(Word word) const { return word >= first_name_; }
  // Lives as long as the vocabulary.
  std::string_view text(Word word) const { return words_[word]; }

 private:
  std::vector<std::string> words_;
  std::vector<double> cumulative_;    // of the words that are no names
  std::vector<std::uint32_t> guide_;  // first rank at or after each 1/4096
  Word first_name_ = 0;
};

}  // namespace stemma::gen
