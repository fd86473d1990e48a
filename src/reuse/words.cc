#include "reuse/words.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>

namespace stemma::reuse {
namespace {

constexpr std::size_t kFewestPlaces = std::size_t{1} << 8U;
constexpr std::size_t kMostPlaces = std::size_t{1} << 22U;
constexpr std::uint32_t kCountsInTable = 1024;

}  // namespace

WordSpread::WordSpread(std::size_t words) {
  const std::size_t places =
      std::bit_ceil(std::clamp(4 * words, kFewestPlaces, kMostPlaces));
  shift_ = 64U - static_cast<unsigned>(std::bit_width(places) - 1);
  counts_.assign(places, 0);
}

void WordSpread::add(std::span<const Term> distinct) {
  std::atomic_ref(reports_).fetch_add(1, std::memory_order_relaxed);
  for (const Term term : distinct) {
    std::atomic_ref(counts_[place(term)])
        .fetch_add(1, std::memory_order_relaxed);
  }
}

void WordSpread::finish() {
  weights_.clear();
  for (std::uint32_t count = 0; count < kCountsInTable; ++count) {
    weights_.push_back(weight_of_count(count));
  }
}

float WordSpread::weight(Term term) const {
  const std::uint32_t count = of(term);
  return count < weights_.size() ? weights_[count] : weight_of_count(count);
}

float WordSpread::weight_of_count(std::uint32_t count) const {
  return static_cast<float>(1 + std::log((reports_ + 1.0) / (count + 1.0)));
}

ContentWords content_words(const Analysis& analysis,
                           std::span<const Span> boilerplate,
                           const WordSpread& spread) {
  ContentWords words;
  words.terms.reserve(analysis.tokens.size() / 2);
  words.tokens.reserve(analysis.tokens.size() / 2);
  words.weights.reserve(analysis.tokens.size() / 2);
  std::size_t skipped = 0;
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.kind == SentenceKind::kParatext) continue;
    while (skipped < boilerplate.size() &&
           boilerplate[skipped].end <= sentence.span.begin) {
      ++skipped;
    }
    if (skipped < boilerplate.size() &&
        boilerplate[skipped].contains(sentence.span)) {
      continue;
    }
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      const Token& token = analysis.tokens[t];
      if (!is_content(token)) continue;
      words.terms.push_back(static_cast<Term>(token.stem));
      words.tokens.push_back(t);
      words.weights.push_back(spread.weight(words.terms.back()));
    }
  }
  return words;
}

}  // namespace stemma::reuse
