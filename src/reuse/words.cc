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
constexpr std::uint32_t kFewestMany = 24;

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
  const std::uint32_t many = std::max(kFewestMany, reports_ / 8);
  frequencies_.assign(counts_.size() / kInByte, 0);
  for (std::size_t at = 0; at < counts_.size(); ++at) {
    const Frequency frequency = counts_[at] < 2      ? Frequency::kOne
                                : counts_[at] > many ? Frequency::kMany
                                                     : Frequency::kSome;
    frequencies_[at / kInByte] = static_cast<std::uint8_t>(
        frequencies_[at / kInByte] | static_cast<unsigned>(frequency)
                                         << (at % kInByte * kFrequencyBits));
  }
}

float WordSpread::weight(Term term) const {
  const std::uint32_t count = of(term);
  return count < weights_.size() ? weights_[count] : weight_of_count(count);
}

float WordSpread::weight_of_count(std::uint32_t count) const {
  return static_cast<float>(1 + std::log((reports_ + 1.0) / (count + 1.0)));
}

bool CountedSentences::counts(SentenceKind kind, Span span) {
  if (kind == SentenceKind::kParatext) return false;
  while (!left_.empty() && left_.front().end <= span.begin) {
    left_ = left_.subspan(1);
  }
  return left_.empty() || !left_.front().contains(span);
}

std::vector<Term> content_terms(const Analysis& analysis,
                                std::span<const Span> boilerplate) {
  std::vector<Term> terms;
  CountedSentences counted(boilerplate);
  for (const Sentence& sentence : analysis.sentences) {
    if (!counted.counts(sentence.kind, sentence.span)) continue;
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      const Token& token = analysis.tokens[t];
      if (is_content(token)) terms.push_back(static_cast<Term>(token.stem));
    }
  }
  return terms;
}

}  // namespace stemma::reuse
