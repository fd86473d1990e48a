// What speaks for and against two sentences stating the same: the evidence
// from which the probability of a link is computed.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "collate/candidates.h"
#include "collate/story_text.h"

namespace stemma::collate {

enum Feature : std::uint8_t {
  kBias,
  kCoverMore,      // share of the better covered sentence's weight that matches
  kCoverLess,      // of the other
  kDice,           // of both together
  kMatched,        // ln(1 + weight that matches)
  kUnitCover,      // best pair of units: harmonic mean of the two covers
  kUnitMatched,    // ln(1 + weight that matches in it)
  kUnitInside,     // cover of the best unit by the whole other sentence
  kRun,            // ln(1 + words of the longest run of equal tokens)
  kPairs,          // ln(1 + pairs of neighbouring terms found in both)
  kWords,          // matched weight that is neither name, number nor date
  kNames,          // bearers in both
  kNumbers,        // weight of the numbers in both
  kNumbersDiffer,  // both have numbers, none in both
  kDates,          // a date in both
  kFamily,         // quotations of one family
  kSpeaker,        // quotations of one speaker
  kBestOfOther,    // similarity / best similarity with any of the other report
  kMutualBest,     // best for each other
  kNeighbours,     // similarity of the sentences before and behind
  kPlace,          // difference of the relative positions
  kBothLead,       // both among the first two of their reports
  kLength,         // ln(terms of the shorter sentence)
  kLengths,        // ln(terms of the longer / of the shorter)
  kHeadingPart,    // one is a heading
  kQuotedPart,     // one is quoted for the larger part, the other is not
  kParagraphs,     // ln(1 + difference of the paragraphs' numbers)
  kRank,           // ln(1 + the smaller number of the sentence in its report)
  kNamesShare,     // bearers in both / bearers in either
  kOneSpeaker,     // a known speaker on one side only
  kOtherSpeaker,   // known speakers on both sides, none in both
  kFeatureCount,
};

using Features = std::array<float, kFeatureCount>;

// Name of a feature in the table of weights.
std::string_view feature_name(Feature feature);

// How two units of a pair of sentences match.
struct UnitMatch {
  std::uint32_t a = 0;  // indices into StoryText::units
  std::uint32_t b = 0;
  float cover_a = 0;  // share of the unit's weight that matches, 0..1
  float cover_b = 0;
  float matched = 0;  // weight that matches, mean of both sides
};

struct ComparedPair {
  SentencePair pair;
  Features features{};
  float cover_a = 0;
  float cover_b = 0;
  std::vector<UnitMatch> units;  // that share anything
};

// Compares each pair; the result runs parallel to `pairs`, which are sorted.
// Weights rest on the background and on the two reports alone, so a further
// report changes nothing between them.
std::vector<ComparedPair> compare(const StoryText& story,
                                  std::span<const SentencePair> pairs);

}  // namespace stemma::collate
