// What the news of a report rests on: who speaks in it, and what it begins
// with.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "stemma/types/matrix.h"
#include "stemma/types/witness.h"

namespace stemma::origin {

// Somebody whose words a report gives.
struct SpeakerShare {
  std::string key;   // folded last name
  std::string name;  // as the report has it
  double share = 0;  // 0..1 of the report's words
};

struct Substance {
  std::uint32_t words = 0;      // of the body
  std::uint32_t own_words = 0;  // those in nobody's utterance, told or quoted
  std::vector<SpeakerShare> speakers;  // by key
  std::vector<std::string> families;   // of its quotations, sorted
  // Rows of the matrix that it tells in somebody's words, ascending.
  std::vector<std::uint32_t> said_rows;
  // Content words of the beginning with how often they stand there, by stem.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> lead;
};

// Quotations may be missing (nullptr). `said_rows` is left empty.
Substance substance_of(const Witness& witness);

// Sets `said_rows` of each report from the cells of the matrix that are quoted
// or indirect speech. REQUIRES: one substance a report of the matrix.
void note_said_rows(const Matrix& matrix, std::span<Substance> substances);

// How little narration there is to tell the texts of two reports apart by:
// 0 where both together tell half of their words in their own voice, 1 where
// hardly any; less where they do not give the same utterances, since speech
// that differs tells them apart too. 0..1.
double lack_of_narration(const Substance& a, const Substance& b);

// Share of words that both give to the same speakers: the sum of the smaller
// shares. 0..1.
double common_speech(const Substance& a, const Substance& b);

// Share of the quotation families, or of the rows told in somebody's words if
// that is more, of the report with fewer that the other has too: the same
// utterances, and the same statements where they are told in other words or
// ascribed by another name. 0..1; 0 where one has none.
double common_utterances(const Substance& a, const Substance& b);

// Cosine of the beginnings. 0..1.
double lead_similarity(const Substance& a, const Substance& b);

// Whoever has the greatest common share of two reports or more; nullptr if
// nobody is quoted in two.
const SpeakerShare* main_speaker(std::span<const Substance* const> reports);

}  // namespace stemma::origin
