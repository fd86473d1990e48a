// Terms: what a report's words come to when they are compared with another
// report's. A word is its stem, a number its value, a date its day, and the
// words of a name carry the name's bearer, so "Rossi" meets "Elena Rossi".
#pragma once

#include <cstdint>
#include <span>
#include <utility>
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

// How a term matches the terms of a stretch, and of the parts of the stretch:
// 1 for the same stem, value, day or bearer, less for synonyms and for words
// that begin alike ("elect", "electoral"), 0 for none.
struct TermMatch {
  static constexpr float kAlike = 0.6F;

  float whole = 0;
  std::uint64_t equal = 0;  // a bit for each part that it matches to 1
  std::uint64_t alike = 0;  // for each that it matches to kAlike at least

  float part(std::uint32_t number) const {
    const std::uint64_t bit = std::uint64_t{1} << number;
    return (equal & bit) != 0 ? 1 : (alike & bit) != 0 ? kAlike : 0;
  }
};

// The keys of some terms, for asking whether a term of another report is
// among them.
class TermSet {
 public:
  // Parts that are told apart; further ones count as the last.
  static constexpr std::uint32_t kMaxParts = 64;

  TermSet() = default;
  explicit TermSet(std::span<const Term> terms) : TermSet(terms, {}) {}
  // `parts` are ranges of `terms`, in order: first and last.
  TermSet(std::span<const Term> terms,
          std::span<const std::pair<std::uint32_t, std::uint32_t>> parts);

  // TermMatch::whole.
  float match(const Term& term) const;
  TermMatch match_parts(const Term& term) const;

  // Bearers in both / bearers in either; 0 if there are none.
  float names_share(const TermSet& other) const;

 private:
  // Where a key is among keys_, or its size.
  std::size_t find(std::uint64_t key) const;

  // Sorted, without repetitions. Keys of another kind than the stem's are
  // marked, so that the beginning of a word is not taken for a word.
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint64_t> parts_;  // of each key: a bit a part
  std::vector<std::uint64_t> names_;  // bearers, sorted, without repetitions
};

// How many terms of either have a match in the other, near ones in part.
float matched_terms(std::span<const Term> a, std::span<const Term> b);

}  // namespace stemma::collate
