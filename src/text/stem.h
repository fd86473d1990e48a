// Stems and function words.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "stemma/types/analysis.h"

namespace stemma::text {

// Fills Token::stem and Token::function_word. Stems are Snowball's of the
// lower-case word, then folded; where a language has no stemmer, stem = fold.
// Each distinct word is stemmed once. A word in capitals within other text
// ("US", "WHO") is no function word.
void add_stems(std::string_view text, std::string_view language,
               std::span<Token> tokens);

// add_stems() for many texts, with a memory for the words of each language, so
// that a word is stemmed once in all of them. The memory is bounded and changes
// no result. Not safe for use by several threads at once.
class StemCache {
 public:
  StemCache();
  ~StemCache();
  // The memory is an optimisation of one place, nothing to hand around.
  StemCache(const StemCache&) = delete;
  StemCache& operator=(const StemCache&) = delete;

  // As the free function.
  void add_stems(std::string_view text, std::string_view language,
                 std::span<Token> tokens);

 private:
  struct Words;
  std::map<std::string, std::unique_ptr<Words>, std::less<>> languages_;
};

// The stem of a word as add_stems() finds it; folded.
std::string stem_of(std::string_view word, std::string_view language);

}  // namespace stemma::text
