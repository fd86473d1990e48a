// The words of a stretch of a report, and where they stand.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "collate/word_columns.h"
#include "stemma/types/analysis.h"

namespace stemma::collate {

struct StretchWords {
  const Analysis* analysis = nullptr;
  std::vector<std::uint32_t> positions;  // by word: among the tokens
  std::vector<std::uint32_t> parts;      // by word: which span of the stretch
  Reading words;
  Span whole;  // from the first span's beginning to the last one's end

  Span span(std::uint32_t word) const {
    return analysis->tokens[positions[word]].span;
  }
};

// The words and numbers that lie in `spans`, which are in order. The analysis
// outlives the result.
StretchWords words_of(const Analysis& analysis, std::span<const Span> spans);

WordColumns align_stretches(const std::vector<StretchWords>& stretches);

// The spans of some words, ascending; consecutive words of one part of the
// stretch are one span, with what stands between them.
std::vector<Span> spans_of(const StretchWords& from,
                           std::span<const std::uint32_t> words);

// As spans_of; without words the empty span before the word `next`.
std::vector<Span> spans_or_place(const StretchWords& from,
                                 std::span<const std::uint32_t> words,
                                 std::uint32_t next);

}  // namespace stemma::collate
