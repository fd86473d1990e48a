// The words of reports as reuse compares them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stemma/types/analysis.h"
#include "stemma/types/span.h"

namespace stemma::reuse {

// A word: half of its stem's hash. Words of one stem share it in any report
// and any run; so do, once in four billion pairs, words of two stems, which
// the verification of passages (on whole hashes) sets right.
using Term = std::uint32_t;

// True of the words and numbers that say something.
inline bool is_content(const Token& token) {
  return token.kind != TokenKind::kPunctuation && !token.function_word;
}

// In how many reports a word stands, roughly.
enum class Frequency : std::uint8_t {
  kOne = 0,  // one, or none
  kSome = 1,
  kMany = 2,  // more than an eighth of all, and more than 24
};

// In how many reports of a run each word stands. Counted in a table of at most
// 16 MB, where rare words may share a place: what a word weighs may come out
// a little low then, and is the same in every run.
class WordSpread {
 public:
  // Sized for reports of so many content words in all.
  explicit WordSpread(std::size_t words);

  // Counts a report, given its terms without repetition. May be called by
  // several threads.
  void add(std::span<const Term> distinct);

  // Counts reports that were counted before: so many in all, and so many that
  // have the term.
  void add_reports(std::uint32_t reports) { reports_ += reports; }
  void add(Term term, std::uint32_t reports) {
    counts_[place(term)] += reports;
  }

  // To be called once all are counted and before weights are asked for.
  void finish();

  std::uint32_t reports() const { return reports_; }
  std::uint32_t of(Term term) const { return counts_[place(term)]; }
  // The same roughly, from a table that stays in the processor's cache.
  Frequency frequency(Term term) const {
    const std::size_t at = place(term);
    return static_cast<Frequency>(
        (frequencies_[at / kInByte] >> (at % kInByte * kFrequencyBits)) & 3U);
  }
  // How much a word says: 1 for one of all reports, 1 + ln(reports) for one
  // that stands nowhere else.
  float weight(Term term) const;

 private:
  static constexpr unsigned kFrequencyBits = 2;
  static constexpr std::size_t kInByte = 4;

  float weight_of_count(std::uint32_t count) const;
  std::size_t place(Term term) const {
    return (term * std::uint64_t{0x9E3779B97F4A7C15U}) >> shift_;
  }

  unsigned shift_;
  std::uint32_t reports_ = 0;
  std::vector<std::uint32_t> counts_;
  std::vector<float> weights_;  // of the smaller counts
  std::vector<std::uint8_t> frequencies_;
};

// The content words of a report, in order: words and numbers that are no
// function words and stand in no paratext and not in `boilerplate` (sentences;
// sorted, disjoint).
std::vector<Term> content_terms(const Analysis& analysis,
                                std::span<const Span> boilerplate);

// Goes through the sentences of a report, in order, and tells which count.
class CountedSentences {
 public:
  // Sorted, disjoint; outlives this.
  explicit CountedSentences(std::span<const Span> boilerplate)
      : left_(boilerplate) {}

  // True if a sentence, which stands after all those asked about before, is
  // neither paratext nor boilerplate.
  bool counts(SentenceKind kind, Span span);

 private:
  std::span<const Span> left_;
};

}  // namespace stemma::reuse
