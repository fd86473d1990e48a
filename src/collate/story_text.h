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

// A word of a sentence, no punctuation.
struct SentenceWord {
  std::uint64_t fold = 0;
  bool content = false;  // no function word
  friend bool operator==(const SentenceWord&, const SentenceWord&) = default;
};

struct StorySentence {
  static constexpr std::size_t kMaxWords = 200;
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  ReportIndex report = 0;
  std::uint32_t number = 0;  // index into Analysis::sentences
  std::uint32_t rank = 0;    // among the report's sentences that have units
  Range tokens;
  Span span;
  Range terms;
  TermSet set;                            // its parts are the units
  std::vector<SentenceWord> words;        // the first kMaxWords
  std::vector<std::uint64_t> term_pairs;  // of neighbouring terms, hashed
  Range units;                            // of StoryText::units
  // The first sentence with the same words and units, for those of which
  // several stand before; else kNone. They go with that sentence and are not
  // compared with others, so a text that hundreds print costs little more than
  // one that a few do.
  std::uint32_t same_as = kNone;
  bool heading = false;
  // Something in it is, or may be, reported as somebody's words.
  bool attributed = false;
  std::vector<std::string> families;  // of its quotations, sorted
  std::vector<std::string> speakers;  // who is quoted in it, sorted
};

struct ReportText {
  std::vector<Term> terms;
  Range sentences;                 // of StoryText::sentences
  std::vector<std::uint32_t> own;  // of each term: `frequency` of its key
  std::vector<std::uint32_t> hedges, causes, negations;  // tokens, ascending
  // Tokens that WordMarks finds, ascending: of plans the last ones of their
  // phrases (and, parallel, the first ones), of others the first ones.
  std::vector<std::uint32_t> plans, plan_begins, efforts, helpers, passives;
  std::vector<std::uint32_t> agents, deed_nouns, ranks;
  std::vector<Range> notices;  // tokens that ask to subscribe, ascending
  // In how many of its sentences a term's key stands.
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> frequency;
  WordClasses classes{""};

  std::uint32_t sentences_with(const Term& term) const {
    const auto found = frequency.find(term.name != 0 ? term.name : term.key);
    return found == frequency.end() ? 0 : found->second;
  }
};

// Refers to the witnesses, which outlive it. Paratext gives no sentence.
struct StoryText {
  // Equal sentences of so many reports are all compared with others.
  static constexpr std::uint32_t kEqualCompared = 8;

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
  void find_equal();
  bool equal_words(const StorySentence& a, const StorySentence& b) const;
  std::span<const Term> slice_terms(ReportIndex report, Range range) const {
    return std::span(reports[report].terms).subspan(range.first, range.size());
  }
};

}  // namespace stemma::collate
