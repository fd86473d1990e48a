// How alike are two reports that have nothing to do with each other?
#pragma once

#include <array>

#include "story/frequencies.h"
#include "story/report_vector.h"

namespace stemma::story {

// Any two reports share words, the more of them the more syllables a language
// makes its words of, the longer the texts and the narrower the subjects of a
// corpus. The centred cosine takes away what the mean of all reports has:
// (x - m)(y - m) / |x - m||y - m|. The product of a report with the mean m
// follows from the document frequencies, so no mean vector is kept. In a small
// corpus m is nearly nothing: frequencies imagine other reports.
class Commonness {
 public:
  // Sets ReportVector::common and unit, scales the fields of the report, and
  // learns from it. REQUIRES: `report` comes from weigh().
  void centre(const DocumentFrequencies& frequencies, ReportVector& report);

  // The square of the mean's length.
  double square(Field field) const {
    return squares_[static_cast<std::size_t>(field)];
  }
  const std::array<double, kFields>& squares() const { return squares_; }

 private:
  // Sums over the reports seen, with forgetting.
  double reports_ = 0;
  double rarity_ = 0;  // sum of the words' weights by rarity
  std::array<double, kFields> weights_{};
  std::array<double, kFields> common_{};
  std::array<double, kFields> squares_{};
};

}  // namespace stemma::story
