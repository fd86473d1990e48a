// How much narration two reports share, and in what order.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "origin/narration.h"

namespace stemma::origin {

// A sentence of one report and the sentence of the other that is most like
// it: half of their content words or more are common.
struct AlignedSentences {
  std::uint32_t a = 0;  // indices into Narration::sentences
  std::uint32_t b = 0;
  double similarity = 0;  // Dice coefficient of the content words, 0.5..1
};

// What two reports have in common. "Smaller" is the report with fewer runs or
// sentences, so a text that was cut still shares all of itself.
struct Overlap {
  double short_of_smaller = 0;  // share of its runs of 3 words that are common
  double short_of_larger = 0;
  double long_of_smaller = 0;  // the same of runs of 5
  double long_of_larger = 0;
  std::uint32_t long_runs = 0;    // common runs of 5
  double aligned_of_smaller = 0;  // share of its sentences that align
  double aligned_of_larger = 0;   //
  std::uint32_t in_order = 0;     // aligned sentences told in one order
  std::uint32_t said_runs = 0;    // runs of 4 that one has in marks, both have
  double said_of_smaller = 0;     // as a share of the smaller report's words
  double said_of_quoted = 0;      // as a share of what the one quotes that
                                  // quotes less
};

// A narration made ready for comparing sentences. Holds a view of it.
class SentenceIndex {
 public:
  explicit SentenceIndex(const Narration& narration);

  const Narration& narration() const { return *narration_; }

  // For each sentence of `other` with four content words or more, the most
  // similar sentence of this one if it is similar enough; in the order of
  // `other` (there `a`, here `b`). Linear in the length of `other`.
  std::vector<AlignedSentences> align(const SentenceIndex& other) const;

  // How many sentences have four content words or more.
  std::uint32_t comparable() const { return comparable_; }

 private:
  struct Posting {
    std::uint64_t stem = 0;
    std::uint32_t sentence = 0;
    friend auto operator<=>(const Posting&, const Posting&) = default;
  };

  const Narration* narration_;
  std::vector<std::vector<std::uint64_t>> stems_;  // content, a sentence
  std::vector<Posting> postings_;                  // sorted
  std::uint32_t comparable_ = 0;
};

// Symmetric.
Overlap compare(const SentenceIndex& a, const SentenceIndex& b);

// The number of members of two sorted lists that are in both.
std::uint32_t count_common(std::span<const std::uint64_t> a,
                           std::span<const std::uint64_t> b);

}  // namespace stemma::origin
