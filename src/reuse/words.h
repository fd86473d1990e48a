// The words of reports as reuse compares them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stemma/types/witness.h"

namespace stemma::reuse {

// A word's number: words of one stem share it, in any report of a run.
using Term = std::uint32_t;

// The content words of one report, in order: words and numbers that are no
// function words and stand in no heading line, credit or other paratext.
struct ContentWords {
  std::vector<Term> terms;
  std::vector<std::uint32_t> tokens;  // position of each in Analysis::tokens
};

// The content words of all reports of a run.
struct WordTable {
  std::vector<ContentWords> reports;
  std::vector<std::uint64_t> hashes;  // by term: the stem's hash
  std::vector<std::uint32_t> spread;  // by term: reports that have it
  // By term: how much it says, 1 for a word of nearly all reports, and
  // 1 + ln(reports) for a word of one alone.
  std::vector<float> weights;
};

WordTable collect_words(std::span<const Witness> witnesses);

}  // namespace stemma::reuse
