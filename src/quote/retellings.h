// Utterances that a report gives without marking them as somebody's.
#pragma once

#include <span>
#include <vector>

#include "quote/family_pairs.h"
#include "quote/wording.h"
#include "stemma/types/witness.h"

namespace stemma::quote {

// "She wondered whether ...": who opens the sentence was named before it.
bool opens_with_pronoun(const Analysis& analysis, const Sentence& sentence);

// The sentences of the reports that no quotation takes up by half, as parts of
// indirect form; their speaker is the person who is named first in them, ""
// if nobody is.
std::vector<Part> free_sentences(std::span<const Witness> witnesses,
                                 const WordWeights& weights);

// A free sentence and a part between marks of another report that share words.
struct Retelling {
  std::uint32_t sentence = 0;  // index into the free sentences
  std::uint32_t part = 0;      // index into the parts
  PairFeatures features{};
};

// By sentence and part; at most 64 parts are looked at for a word.
std::vector<Retelling> find_retellings(const std::vector<Part>& sentences,
                                       const std::vector<Part>& parts);

// What another report quotes and this one has without an attribution, as
// further parts, each under the root of the part that it agrees with best,
// which is added to `roots`:
// - short words between marks ("con") that are words of the quotation, in a
//   sentence that names its speaker;
// - a sentence that tells the utterance as a deed of the speaker ("Ruiz urged
//   the council to ..."), or as a fact: AttributionChange::kDropped.
void add_retellings(std::span<const Witness> witnesses,
                    const WordWeights& words, const FamilyWeights& weights,
                    std::vector<Part>& parts,
                    std::vector<std::uint32_t>& roots);

}  // namespace stemma::quote
