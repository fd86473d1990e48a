// What the quick counts know of a report: a few hundred bytes, and no text.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

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

// 32 bits of the hash of a key of origin/outlets.h; 0: none.
using NameHash = std::uint32_t;

// A name beside words that say that somebody has reported. Only names that are
// known to be media without the other reports are `medium`.
struct CitedName {
  std::array<NameHash, 3> forms{};  // what it may mean, the whole name first
  std::uint8_t prominence = 0;      // hundredths of Citation::prominence
  bool medium = false;
};

// What a report declares, as far as it fits.
struct DeclaredSketch {
  std::array<NameHash, 3> outlet{};    // what its own outlet may be called
  std::array<NameHash, 3> agencies{};  // credited
  std::array<NameHash, 2> others{};    // keys of other names credited
  std::array<NameHash, 3> written{};   // what the names credited may mean
  std::array<CitedName, 3> cited{};
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
  struct Word {
    std::uint64_t fold = 0;
    bool said = false;
    bool starts_run = false;
  };
  void read_tokens(const Report& report, std::string_view language,
                   std::span<const Token> beginning);
  void mark_quoted(std::string_view text);
  void collect_words();
  template <std::size_t length, std::size_t N>
  void sample_runs(RunSample<N>& sample);

  std::vector<Token> tokens_;
  std::vector<std::uint32_t> sentence_of_;  // of each token, counted from 0
  std::vector<Word> words_;
  std::vector<std::uint32_t> hashes_;
};

}  // namespace stemma::origin
