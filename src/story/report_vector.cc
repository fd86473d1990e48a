#include "story/report_vector.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>

#include "stemma/error.h"

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
  vector.round_up = report.round_up;
  vector.numbers = report.numbers;
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
  for_each_shared(a, b, [&sum](Term, double product) { sum += product; });
  return sum;
}

TermTable::TermTable(std::span<const WeightedTerm> vector) : terms_(vector) {
  // Terms are hashes, so their leading bits are spread evenly: of another
  // vector's terms one in thirty is looked up in vain.
  constexpr int kMostBits = 13;
  const int bits = std::clamp(
      static_cast<int>(std::bit_width(vector.size())) + 5, 6, kMostBits);
  shift_ = 32U - static_cast<unsigned>(bits);
  first_.resize(std::size_t{1} << static_cast<unsigned>(bits));
  STEMMA_ASSERT(vector.size() < std::numeric_limits<std::uint16_t>::max());
  for (std::size_t i = vector.size(); i-- > 0;) {
    first_[place(vector[i].term)] = static_cast<std::uint16_t>(i + 1);
  }
}

// Most terms of the other vector are none of this one's, in an order that no
// branch predictor learns: they are left out in a first walk without a branch.
double TermTable::dot(const TermVector& other) const {
  constexpr std::size_t kBlock = 256;
  std::array<std::uint16_t, kBlock> hits;  // NOLINT: written before it is read
  double sum = 0;
  for (std::size_t begin = 0; begin < other.size(); begin += kBlock) {
    const WeightedTerm* block = other.data() + begin;
    const std::size_t size = std::min(kBlock, other.size() - begin);
    std::size_t found = 0;
    for (std::size_t i = 0; i < size; ++i) {
      hits[found] = static_cast<std::uint16_t>(i);
      found += first_[place(block[i].term)] != 0 ? 1 : 0;
    }
    for (std::size_t i = 0; i < found; ++i) {
      const WeightedTerm& term = block[hits[i]];
      std::size_t at = first_[place(term.term)] - std::size_t{1};
      while (at + 1 < terms_.size() && terms_[at].term < term.term) ++at;
      if (terms_[at].term == term.term) {
        sum += static_cast<double>(terms_[at].weight) *
               static_cast<double>(term.weight);
      }
    }
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
