// A report as vectors of weighted words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "story/frequencies.h"
#include "story/outline.h"

namespace stemma::story {

struct WeightedTerm {
  Term term = 0;
  float weight = 0;
};
using TermVector = std::vector<WeightedTerm>;

// Terms in ascending order; the weights of a field make a vector of length 1,
// or none where the field is empty. Commonness::centre() makes the lengths
// such that likeness() needs products and sums only.
struct ReportVector {
  std::string language;
  std::uint64_t outlet = 0;  // as in Outline
  bool round_up = false;
  bool dated = false;
  double day = 0;                    // since 1970, with fraction; 0 if undated
  std::vector<TitleNumber> numbers;  // as in Outline
  std::array<TermVector, kFields> fields;
  // What centring needs of each field: the scale that was put on it, and its
  // product with the mean of all reports, so scaled; 0 where it is empty.
  std::array<double, kFields> unit{};
  std::array<double, kFields> common{};
  // The squared length of the mean of all reports when it was centred.
  std::array<double, kFields> squares{};
  TermVector heaviest;  // of the body: what it is looked up by
  const TermVector& operator[](Field field) const {
    return fields[static_cast<std::size_t>(field)];
  }
};

ReportVector weigh(const Outline& report,
                   const DocumentFrequencies& frequencies);

// Calls `with`(term, product of its two weights) for each term of both vectors,
// in ascending order.
template <typename With>
void for_each_shared(const TermVector& a, const TermVector& b, With with) {
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->term < y->term) {
      ++x;
    } else if (y->term < x->term) {
      ++y;
    } else {
      with(x->term,
           static_cast<double>(x->weight) * static_cast<double>(y->weight));
      ++x;
      ++y;
    }
  }
}

double dot(const TermVector& a, const TermVector& b);

// One vector laid out for products with many others. Keeps a view of it.
class TermTable {
 public:
  explicit TermTable(std::span<const WeightedTerm> vector);

  // dot() of the vector and another. Linear in the other.
  double dot(const TermVector& other) const;

 private:
  std::uint32_t place(Term term) const { return term >> shift_; }

  std::span<const WeightedTerm> terms_;
  unsigned shift_ = 0;
  // By the leading bits of a term: one more than the position of the first of
  // terms_ that begins with them; 0 if none does.
  std::vector<std::uint16_t> first_;
};

// Cuts a vector down to the `most` terms of the largest weights, in their
// order. REQUIRES: most > 0.
void keep_heaviest(TermVector& terms, std::size_t most);

}  // namespace stemma::story
