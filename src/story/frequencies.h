// How common is a term in the news of these days?
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "story/outline.h"

namespace stemma::story {

// How many of the reports seen lately have a term. What was seen counts half
// as much after every kForgetting reports, so the weights of a stream settle
// and do not drift with its length; memory is fixed. Terms share counters where
// their hashes do, which a corpus of a few thousand reports does not see.
class DocumentFrequencies {
 public:
  static constexpr std::uint32_t kForgetting = 16384;

  DocumentFrequencies();

  void add(const Outline& report);

  // 1 for a term of nearly all reports, more the fewer have it. The titles and
  // names of reports are words of the body, so one count serves all of them.
  float weight(Term term) const {
    const std::uint32_t with = counts_[place(term)];
    return scale_ -
           (with < logarithms_.size() ? logarithms_[with] : logarithm_of(with));
  }

  // The share of reports that have the term, 0..1; little in a small corpus.
  float share(Term term) const {
    return static_cast<float>(counts_[place(term)]) / total_;
  }

 private:
  static constexpr unsigned kBits = 20;
  static std::size_t place(Term term) { return term >> (32U - kBits); }
  static float logarithm_of(std::uint32_t with);
  void forget();

  std::vector<std::uint16_t> counts_;
  std::uint32_t reports_ = 0;
  std::uint32_t since_forgetting_ = 0;
  float scale_ = 0;                // 1 + logarithm of the number of reports
  float total_ = 1;                // reports, with those imagined
  std::vector<float> logarithms_;  // of small counts
};

}  // namespace stemma::story
