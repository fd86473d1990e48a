// A report as vectors of weighted words.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "stemma/types/witness.h"

namespace stemma::story {

// The ways in which a report's words are looked at.
enum class Field : std::uint8_t {
  kBody,   // content words of the title and the beginning of the text
  kPairs,  // the same, two neighbours at a time
  kTitle,  // content words of the title, or of the first sentence
  kNames,  // capitalised words inside sentences, and numbers
};
inline constexpr std::size_t kFields = 4;

// The words of one field with how often each stands there, by hash.
struct CountedTerm {
  std::uint64_t hash = 0;
  std::uint32_t count = 0;
};
struct CountedReport {
  std::string language;  // ISO 639-1, "" if unknown
  std::array<std::vector<CountedTerm>, kFields> fields;
};

CountedReport count_terms(const Witness& witness);

// How many of the reports seen so far have a term.
class DocumentFrequencies {
 public:
  void add(const CountedReport& report);
  // 1 for a term of nearly all reports, more the fewer have it.
  double weight(std::uint64_t hash) const;

 private:
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> reports_with_;
  std::uint32_t reports_ = 0;
};

struct WeightedTerm {
  std::uint64_t hash = 0;
  float weight = 0;
};

// Terms by hash; the weights of a field make a vector of length 1, or none
// where the field is empty.
using TermVector = std::vector<WeightedTerm>;
struct ReportVector {
  std::string language;
  std::array<TermVector, kFields> fields;
  const TermVector& operator[](Field field) const {
    return fields[static_cast<std::size_t>(field)];
  }
};

ReportVector weigh(const CountedReport& report,
                   const DocumentFrequencies& frequencies);

double dot(const TermVector& a, const TermVector& b);

}  // namespace stemma::story
