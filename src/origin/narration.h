// What a report tells in its own voice, as far as that can be seen: the words
// that stand in no utterance.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stemma/types/witness.h"

namespace stemma::origin {

struct BodyWord {
  std::uint64_t stem = 0;
  std::uint32_t token = 0;  // index into Analysis::tokens
  bool content = false;     // no function word
  bool said = false;        // stands in an utterance
  bool starts_run = false;  // no word of its sentence and voice before it
};

// The narration of one sentence: words [first_word, last_word), in order.
struct NarrationSentence {
  std::uint32_t first_word = 0;
  std::uint32_t last_word = 0;
  std::uint32_t sentence = 0;  // index into Analysis::sentences
};

// A report cut in two: its narration, and what it gives as utterances. All
// lists of hashes are sorted and hold each once.
struct Narration {
  std::vector<BodyWord> body;                // without paratext
  std::vector<BodyWord> words;               // those that are not said
  std::vector<NarrationSentence> sentences;  // none without a word
  std::vector<std::uint64_t> short_runs;     // of 3 words of narration
  std::vector<std::uint64_t> long_runs;      // of 5
  std::vector<std::uint64_t> said_runs;      // of 4 words in quotation marks
  std::vector<std::uint64_t> all_runs;       // of 4 words anywhere in the body
};

// The lengths of the runs, in words.
inline constexpr std::size_t kShortRun = 3;
inline constexpr std::size_t kLongRun = 5;
inline constexpr std::size_t kSaidRun = 4;

// One narration a witness. Words that stand in quotation marks in any of the
// reports are utterances in all of them, where four or more stand together:
// an outlet that tells them without marks has not put them into words.
// Linear in the length of the texts.
std::vector<Narration> narrate(std::span<const Witness> witnesses);

// Of a run of words; the same for the same stems.
std::uint64_t hash_run(std::span<const BodyWord> words);

// Calls visit(i, hash) for every run of `length` words, words[i] its first,
// that no start of a run cuts.
template <typename Visit>
void for_each_run(std::span<const BodyWord> words, std::size_t length,
                  Visit visit) {
  std::size_t start = 0;  // of the run that the word stands in
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].starts_run) start = i;
    if (i + 1 < start + length) continue;
    const std::size_t first = i + 1 - length;
    visit(first, hash_run(words.subspan(first, length)));
  }
}

}  // namespace stemma::origin
