// Fingerprints: what two reports that share a passage have in common.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/words.h"

namespace stemma::reuse {

// A hash of words that stand near one another; its lowest bit tells what of.
using Fingerprint = std::uint64_t;

// Of a run of words in order; else of two words in any order.
inline bool is_run(Fingerprint fingerprint) { return (fingerprint & 1U) != 0; }

// Appends the fingerprints of a text of these words, some perhaps more than
// once: about three for each word, and a run for every fourth or fifth.
//
// - An unordered pair of content words at most 3 apart (a skip-bigram; Guthrie
//   et al. 2006) survives where every third word is replaced or the order is
//   changed, as no run of words does. Pairs of a word that no other report has,
//   and of two words that are everywhere, are passed over.
// - A run of 6 words, chosen by winnowing (Schleimer, Wilkerson and Aiken
//   2003): of 8 neighbouring runs the one of the smallest hash, so that any 13
//   equal words share one. Runs are for texts that so many reports have that
//   their pairs say nothing.
void append_fingerprints(std::span<const Term> terms, const WordSpread& spread,
                         std::vector<Fingerprint>& out);

// The same where it is not known yet which words are rare or everywhere: all
// pairs.
void append_all_fingerprints(std::span<const Term> terms,
                             std::vector<Fingerprint>& out);

}  // namespace stemma::reuse
