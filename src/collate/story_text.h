// The reports of a story as the statements are sought in them: sentences and
// their units (clauses), with terms to compare them by.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "collate/corrections.h"
#include "collate/story_names.h"
#include "collate/terms.h"
#include "collate/word_classes.h"
#include "stemma/types/matrix.h"
#include "stemma/types/witness.h"

namespace stemma::collate {

// Half-open range of indices.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t size() const { return last - first; }
};

// A stretch that states one thing: a clause of three words or more, or a
// heading.
struct Unit {
  ReportIndex report = 0;
  std::uint32_t sentence = 0;  // index into StoryText::sentences
  Range tokens;                // of the report's analysis
  Span span;                   // without quotation marks and commas around it
  Range terms;                 // of the report's terms
  TermSet set;
  Voice voice = Voice::kOutlet;
  const Quotation* quotation = nullptr;  // whose content it is mostly, or null
};

struct StorySentence {
  ReportIndex report = 0;
  std::uint32_t number = 0;  // index into Analysis::sentences
  std::uint32_t rank = 0;    // among the report's sentences that have units
  Range tokens;
  Span span;
  Range terms;
  TermSet set;
  Range units;  // of StoryText::units
  bool heading = false;
  bool attributed = false;  // something in it is reported as somebody's words
  std::vector<std::string> families;  // of its quotations, sorted
};

struct ReportText {
  std::vector<Term> terms;
  Range sentences;  // of StoryText::sentences
  // In how many of its sentences a term's key stands.
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> frequency;
  WordClasses classes{""};
};

// Refers to the witnesses, which outlive it. Paratext gives no sentence.
struct StoryText {
  explicit StoryText(std::span<const Witness> all);

  std::span<const Term> terms(const StorySentence& sentence) const {
    return slice_terms(sentence.report, sentence.terms);
  }
  std::span<const Term> terms(const Unit& unit) const {
    return slice_terms(unit.report, unit.terms);
  }
  std::span<const Token> tokens(const Unit& unit) const {
    return std::span(witnesses[unit.report].analysis->tokens)
        .subspan(unit.tokens.first, unit.tokens.size());
  }

  std::span<const Witness> witnesses;
  StoryNames names;
  Corrections corrections;
  std::vector<ReportText> reports;       // parallel to witnesses
  std::vector<StorySentence> sentences;  // by report, in order
  std::vector<Unit> units;               // by sentence, in order

 private:
  std::span<const Term> slice_terms(ReportIndex report, Range range) const {
    return std::span(reports[report].terms).subspan(range.first, range.size());
  }
};

}  // namespace stemma::collate
