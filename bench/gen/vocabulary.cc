#include "vocabulary.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace stemma::gen {
namespace {

constexpr std::array<std::string_view, 64> kFunctionWords = {
    "the",   "of",    "to",    "and",   "in",    "a",    "that",  "for",
    "on",    "was",   "is",    "with",  "said",  "as",   "at",    "by",
    "it",    "from",  "he",    "be",    "has",   "his",  "have",  "were",
    "had",   "are",   "an",    "but",   "not",   "this", "which", "will",
    "they",  "who",   "been",  "their", "after", "more", "also",  "its",
    "would", "one",   "when",  "or",    "she",   "her",  "there", "all",
    "about", "two",   "over",  "than",  "up",    "out",  "into",  "last",
    "first", "other", "could", "some",  "time",  "only", "no",    "before"};
constexpr std::array<std::string_view, 20> kOnsets = {
    "b", "br", "c", "d",  "dr", "f", "g",  "gr", "h",  "l",
    "m", "n",  "p", "pl", "r",  "s", "st", "t",  "tr", "v"};
constexpr std::array<std::string_view, 8> kNuclei = {"a", "e",  "i",  "o",
                                                     "u", "ai", "ea", "ou"};
constexpr std::array<std::string_view, 8> kCodas = {"",  "n", "r", "l",
                                                    "s", "t", "m", "nd"};
constexpr std::uint32_t kGuideSize = 4096;
constexpr std::uint32_t kCommonWords = 3000;

std::string make_word(Random& random, std::uint32_t syllables) {
  std::string word;
  for (std::uint32_t i = 0; i < syllables; ++i) {
    word += kOnsets[random.below(kOnsets.size())];
    word += kNuclei[random.below(kNuclei.size())];
    if (i + 1 == syllables || random.chance(0.3)) {
      word += kCodas[random.below(kCodas.size())];
    }
  }
  return word;
}

}  // namespace

Vocabulary::Vocabulary(std::uint64_t seed, std::uint32_t words,
                       std::uint32_t names)
    : first_name_(words - names) {
  Random random(seed);
  std::unordered_set<std::string> seen;
  words_.reserve(words);
  for (const std::string_view word : kFunctionWords) {
    words_.emplace_back(word);
    seen.emplace(word);
  }
  while (words_.size() < words) {
    // As in any language, the common words are the short ones.
    const bool common = words_.size() < kCommonWords;
    std::string word =
        make_word(random, common ? random.between(1, 2) : random.between(2, 3));
    if (!seen.insert(word).second) continue;
    if (words_.size() >= first_name_) {
      word[0] = static_cast<char>(word[0] - 'a' + 'A');
    }
    words_.push_back(std::move(word));
  }
  cumulative_.reserve(first_name_);
  double sum = 0;
  for (Word rank = 0; rank < first_name_; ++rank) {
    sum += 1 / (rank + 2.7);
    cumulative_.push_back(sum);
  }
  for (double& value : cumulative_) value /= sum;
  guide_.reserve(kGuideSize);
  std::uint32_t rank = 0;
  for (std::uint32_t i = 0; i < kGuideSize; ++i) {
    while (cumulative_[rank] * kGuideSize < i) ++rank;
    guide_.push_back(rank);
  }
}

Word Vocabulary::draw(Random& random) const {
  const double at = random.unit();
  Word rank = guide_[static_cast<std::uint32_t>(at * kGuideSize)];
  while (rank + 1 < first_name_ && cumulative_[rank] < at) ++rank;
  return rank;
}

Word Vocabulary::draw_rare(Random& random) const {
  const Word from = first_name_ / 10;
  return from + random.below(first_name_ - from);
}

Word Vocabulary::draw_name(Random& random) const {
  return first_name_ +
         random.below(static_cast<std::uint32_t>(words_.size()) - first_name_);
}

Word Vocabulary::synonym(Word word) const {
  if (word < kFunctionWords.size() || is_name(word)) return word;
  const Word partner = word ^ 1U;
  return partner < first_name_ && partner >= kFunctionWords.size() ? partner
                                                                   : word;
}

}  // namespace stemma::gen
