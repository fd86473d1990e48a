// How two wordings of a statement stand to each other.
#pragma once

#include <cstdint>
#include <vector>

#include "collate/story_text.h"
#include "stemma/types/matrix.h"

namespace stemma::collate {

// A stretch of a report: tokens, and the terms in them.
struct Wording {
  ReportIndex report = 0;
  Range tokens;
  Range terms;
  Span span;
  const TermSet* set = nullptr;  // of the terms, if it is at hand
};

inline Wording wording(const Unit& unit) {
  return {unit.report, unit.tokens, unit.terms, unit.span, &unit.set};
}
inline Wording wording(const StorySentence& sentence) {
  return {sentence.report, sentence.tokens, sentence.terms, sentence.span,
          &sentence.set};
}

struct Reading {
  Relation relation = Relation::kSame;
  std::vector<Difference> differences;
};

// Whether two readings that differ so do not state the same; else the kind is
// one of those of readings that stay same, reworded or partial.
inline bool is_difference_in_fact(const Difference& difference) {
  return difference.kind <= DifferenceKind::kUnclear;
}

// The relation of `b` to `a`: same (word for word but for function words,
// case, punctuation, variants of names), reworded, partial (a good part of one
// is missing in the other), or differs (in a fact).
Reading compare_wordings(const StoryText& story, const Wording& a,
                         const Wording& b);

// The relation by the words alone: never kDiffers.
Relation relation_by_words(const StoryText& story, const Wording& a,
                           const Wording& b);

}  // namespace stemma::collate
