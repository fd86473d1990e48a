#include "story/commonness.h"

#include <cmath>

namespace stemma::story {
namespace {

// Reports are forgotten as the document frequencies forget them.
constexpr double kMemory = 2.0 * DocumentFrequencies::kForgetting;
// The mean is no longer than this, so that a corpus of one story keeps its
// likeness.
constexpr double kMostCommon = 0.4;

double sum_of(const TermVector& terms) {
  double sum = 0;
  for (const WeightedTerm& term : terms)
    sum += static_cast<double>(term.weight);
  return sum;
}

// The sum of weight times share of reports times rarity: the product with a
// mean vector, but for its scale.
double product(const TermVector& terms,
               const DocumentFrequencies& frequencies) {
  double sum = 0;
  for (const WeightedTerm& term : terms) {
    sum += static_cast<double>(term.weight * frequencies.share(term.term) *
                               frequencies.weight(term.term));
  }
  return sum;
}

}  // namespace

void Commonness::centre(const DocumentFrequencies& frequencies,
                        ReportVector& report) {
  if (reports_ >= kMemory) {
    reports_ /= 2;
    rarity_ /= 2;
    for (double& each : weights_) each /= 2;
    for (double& each : common_) each /= 2;
  }
  ++reports_;
  for (const WeightedTerm& term : report[Field::kBody]) {
    rarity_ += static_cast<double>(frequencies.weight(term.term));
  }
  for (std::size_t f = 0; f < kFields; ++f) {
    TermVector& terms = report.fields[f];
    if (terms.empty()) continue;
    weights_[f] += sum_of(terms);
    const double scale = rarity_ > 0 ? weights_[f] / rarity_ : 0;
    const double common =
        std::min(kMostCommon, scale * product(terms, frequencies));
    common_[f] += common;
    squares_[f] = common_[f] / reports_;
    const double unit = 1 / std::sqrt(1 - 2 * common + squares_[f]);
    report.unit[f] = unit;
    report.common[f] = common * unit;
    for (WeightedTerm& term : terms) {
      term.weight *= static_cast<float>(unit);
    }
  }
}

}  // namespace stemma::story
