// A report as the finder of quotations reads it: every token with its word
// classes, its punctuation mark and the utterance it stands in.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "quote/words.h"
#include "stemma/types/analysis.h"
#include "stemma/types/report.h"
#include "stemma/types/witness.h"

namespace stemma::quote {

// A stretch of tokens, [first, last).
struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool empty() const { return first >= last; }
  std::uint32_t size() const { return empty() ? 0 : last - first; }
  friend bool operator==(const Range&, const Range&) = default;
};

enum class Mark : std::uint8_t {
  kNone,  // a word or a number
  kComma,
  kStop,  // . ! ? and those of other scripts, ellipsis
  kColon,
  kSemicolon,
  kDash,
  kBracket,
  kQuotation,
  kOther,
};

inline constexpr std::uint32_t kNoUtterance = 0xFFFFFFFF;

// A region between marks that is somebody's words: no nickname, title of a
// work or scare quote.
struct Utterance {
  Range tokens;  // with the marks
  Span inner;
  bool continues = false;  // goes on with the words of the one before
  bool ends_open = false;  // ends with a comma, or without a stop
};

// What a token is to the finder.
struct Clue {
  std::uint32_t classes = 0;  // WordClass
  std::uint32_t utterance = kNoUtterance;
  Mark mark = Mark::kNone;
};

// One report. Holds views of the witness, which outlives it.
struct Reading {
  std::string_view text;
  const Analysis* analysis = nullptr;
  const Words* words = nullptr;
  std::vector<Clue> clues;  // one a token
  std::vector<Utterance> utterances;

  std::span<const Token> tokens() const { return analysis->tokens; }
  const Clue& clue(std::uint32_t token) const { return clues[token]; }
  bool is(std::uint32_t token, std::uint32_t classes) const {
    return (clues[token].classes & classes) != 0;
  }
  bool spoken(std::uint32_t token) const {
    return clues[token].utterance != kNoUtterance;
  }
  // The utterances that stand in `range` or reach into it, as numbers.
  Range utterances_in(Range range) const;
  // Bytes from the begin of the first token to the end of the last.
  // REQUIRES: !range.empty().
  Span span_of(Range range) const {
    return {tokens()[range.first].span.begin,
            tokens()[range.last - 1].span.end};
  }
};

// Reads marks and classes and chooses the utterances among the quoted
// regions.
Reading read_clues(const Witness& witness);

}  // namespace stemma::quote
