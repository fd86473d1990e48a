// A report as vectors of weighted words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "story/outline.h"

namespace stemma::story {

// How many of the reports seen so far have a term.
class DocumentFrequencies {
 public:
  void add(const Outline& report);
  // 1 for a term of nearly all reports, more the fewer have it.
  double weight(Term term) const;

 private:
  boost::unordered_flat_map<Term, std::uint32_t> reports_with_;
  std::uint32_t reports_ = 0;
};

struct WeightedTerm {
  Term term = 0;
  float weight = 0;
};
using TermVector = std::vector<WeightedTerm>;

// Terms in ascending order; the weights of a field make a vector of length 1,
// or none where the field is empty.
struct ReportVector {
  std::string language;
  std::uint64_t outlet = 0;  // as in Outline
  bool dated = false;
  double day = 0;  // since 1970, with fraction; 0 if undated
  std::array<TermVector, kFields> fields;
  const TermVector& operator[](Field field) const {
    return fields[static_cast<std::size_t>(field)];
  }
};

ReportVector weigh(const Outline& report,
                   const DocumentFrequencies& frequencies);

double dot(const TermVector& a, const TermVector& b);

// Cuts a vector down to the `most` terms of the largest weights.
void keep_heaviest(TermVector& terms, std::size_t most);

}  // namespace stemma::story
