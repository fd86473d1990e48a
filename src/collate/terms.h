// Terms: what a report's words come to when they are compared with another
// report's. A word is its stem, a number its value, a date its day, and the
// words of a name carry the name's bearer, so "Rossi" meets "Elena Rossi".
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "collate/story_names.h"
#include "stemma/types/analysis.h"
#include "stemma/types/witness.h"

namespace stemma::collate {

enum class TermKind : std::uint8_t { kWord, kName, kNumber, kDate };

struct Term {
  std::uint64_t key = 0;    // stem, value or day; equal keys say the same
  std::uint64_t near = 0;   // first letters of a long word, else 0
  std::uint64_t sense = 0;  // group of synonyms, else 0
  std::uint64_t name = 0;   // of the bearer, for a word of a name, else 0
  float weight = 0;         // 0..1: how much it says in news at large
  TermKind kind = TermKind::kWord;
  std::uint32_t first_token = 0;
  std::uint32_t last_token = 0;
};

// The terms of a report in the order of its tokens; function words and
// punctuation give none.
std::vector<Term> find_terms(const Witness& witness, ReportIndex report,
                             const StoryNames& names);

// The keys of some terms, for asking whether a term of another report is
// among them.
class TermSet {
 public:
  TermSet() = default;
  explicit TermSet(std::span<const Term> terms);

  // 1 for the same stem, value, day or bearer, less for synonyms and for words
  // that begin alike ("elect", "electoral"), 0 for none.
  float match(const Term& term) const;

  // Bearers in both / bearers in either; 0 if there are none.
  float names_share(const TermSet& other) const;

 private:
  std::vector<std::uint64_t> keys_;  // each sorted, without repetitions
  std::vector<std::uint64_t> nears_;
  std::vector<std::uint64_t> senses_;
  std::vector<std::uint64_t> names_;
};

}  // namespace stemma::collate
