// What the quick counts know of a report: a few hundred bytes, and no text.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "origin/declared_sketch.h"
#include "stemma/types/analysis.h"
#include "stemma/types/report.h"

namespace stemma::origin {

// Hashes of runs of words, ascending, each once: all runs of the text whose
// hash is below `limit`. The lowest bit, which is no part of the hash, is set
// where the run stands in quotation marks; a run told both ways counts as
// quoted.
template <std::size_t N>
struct RunSample {
  static constexpr std::size_t kMost = N;
  std::array<std::uint32_t, N> runs{};
  std::uint32_t limit = 0;
  std::uint16_t size = 0;

  std::span<const std::uint32_t> all() const { return {runs.data(), size}; }
};

struct TellingSketch {
  RunSample<62> short_runs;  // of 3 words
  RunSample<40> long_runs;   // of 5
  // Content words of the beginning, 16 bits of their stems, ascending.
  std::array<std::uint16_t, 30> lead{};
  std::uint16_t lead_words = 0;
  std::uint16_t words = 0;       // of the text, as far as it was read
  std::uint16_t said_words = 0;  // of these in quotation marks
  std::uint16_t told_words = 0;  // as origin/told_words.h has it
  std::uint16_t language = 0;    // the two letters of its code; 0: unknown
  std::uint64_t text = 0;        // hash of all words; 0: nothing is known
  DeclaredSketch declared;
};

static_assert(sizeof(TellingSketch) <= 600);

// Makes sketches. Not safe for use by several threads at once: each has its
// own.
class TellingSketcher {
 public:
  // `beginning`: the first tokens of the text, without paratext, with stems;
  // text::append_tokens goes on where they end. A sketch of an empty text knows
  // nothing but what the report declares.
  TellingSketch make(const Report& report, std::string_view language,
                     std::span<const Token> beginning);

 private:
  void read_tokens(const Report& report, std::string_view language,
                   std::span<const Token> beginning);
  void mark_quoted(std::string_view text);
  void collect_words(TellingSketch& sketch);
  template <std::uint32_t length, std::size_t N>
  void sample_runs(RunSample<N>& sample);

  std::vector<Token> tokens_;
  std::vector<std::uint32_t> sentence_of_;  // of each token, counted from 0
  // Of each word: its hash, how many words before it and itself stand in one
  // sentence and all in marks or not, and 1 if they do not, else 0.
  std::vector<std::uint64_t> folds_;
  std::vector<std::uint32_t> in_run_;
  std::vector<std::uint32_t> told_;
  std::vector<std::uint32_t> hashes_;
  DeclaredSketcher declared_;
};

}  // namespace stemma::origin
