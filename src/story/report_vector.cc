#include "story/report_vector.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <functional>

namespace stemma::story {
namespace {

constexpr double kSecondsPerDay = 86400;

// 1 + the logarithm of how often a term stands in a report.
float count_weight(std::uint32_t count) {
  static const std::array<float, 16> small = [] {
    std::array<float, 16> made{};
    for (std::size_t i = 1; i < made.size(); ++i) {
      made[i] = 1 + std::log(static_cast<float>(i));
    }
    return made;
  }();
  return count < small.size() ? small[count]
                              : 1 + std::log(static_cast<float>(count));
}

}  // namespace

ReportVector weigh(const Outline& report,
                   const DocumentFrequencies& frequencies) {
  ReportVector vector;
  vector.language = report.language;
  vector.outlet = report.outlet;
  vector.ordinals = report.ordinals;
  vector.dated = report.published.known();
  if (vector.dated) {
    vector.day = static_cast<double>(report.published.seconds) / kSecondsPerDay;
  }
  for (std::size_t f = 0; f < kFields; ++f) {
    TermVector& terms = vector.fields[f];
    terms.reserve(report.fields[f].size());
    double squares = 0;
    for (const CountedTerm& term : report.fields[f]) {
      const float weight =
          count_weight(term.count) * frequencies.weight(term.term);
      squares += static_cast<double>(weight * weight);
      terms.push_back({term.term, weight});
    }
    const auto scale = static_cast<float>(1 / std::sqrt(squares));
    for (WeightedTerm& term : terms) term.weight *= scale;
  }
  return vector;
}

double dot(const TermVector& a, const TermVector& b) {
  double sum = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->term < y->term) {
      ++x;
    } else if (y->term < x->term) {
      ++y;
    } else {
      sum += static_cast<double>(x->weight) * static_cast<double>(y->weight);
      ++x;
      ++y;
    }
  }
  return sum;
}

TermTable::TermTable(const TermVector& vector) {
  const unsigned bits =
      std::max(6U, static_cast<unsigned>(std::bit_width(vector.size())) + 1);
  mask_ = (std::size_t{1} << bits) - 1;
  slots_.resize(mask_ + 1);
  // More than thirty bits a term: one in thirty is looked up in vain.
  const unsigned filter_bits = bits + 4;
  filter_shift_ = 32 - filter_bits;
  filter_.resize((std::size_t{1} << filter_bits) / 64);
  for (const WeightedTerm& term : vector) {
    const std::uint32_t bit = term.term >> filter_shift_;
    filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    std::size_t at = term.term & mask_;
    while (slots_[at].term != 0) at = (at + 1) & mask_;
    slots_[at] = term;
  }
}

double TermTable::dot(const TermVector& other) const {
  double sum = 0;
  for (const WeightedTerm& term : other) {
    const std::uint32_t bit = term.term >> filter_shift_;
    if ((filter_[bit / 64] >> (bit % 64) & 1U) == 0) continue;
    std::size_t at = term.term & mask_;
    while (slots_[at].term != 0 && slots_[at].term != term.term) {
      at = (at + 1) & mask_;
    }
    // An empty slot weighs nothing.
    sum += static_cast<double>(slots_[at].weight) *
           static_cast<double>(term.weight);
  }
  return sum;
}

void keep_heaviest(TermVector& terms, std::size_t most) {
  if (terms.size() <= most) return;
  std::vector<float> weights;
  weights.reserve(terms.size());
  for (const WeightedTerm& term : terms) weights.push_back(term.weight);
  const auto cut = weights.begin() + static_cast<std::ptrdiff_t>(most - 1);
  std::nth_element(weights.begin(), cut, weights.end(), std::greater<>());
  const float least = *cut;
  // Of terms that weigh as much as the last one kept, the first stay.
  auto above = static_cast<std::size_t>(
      std::count_if(terms.begin(), terms.end(),
                    [least](const auto& term) { return term.weight > least; }));
  std::erase_if(terms, [&](const WeightedTerm& term) {
    return term.weight < least || (term.weight == least && above++ >= most);
  });
}

}  // namespace stemma::story
