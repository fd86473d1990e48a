// Pairs of wordings that may be of one utterance, with what speaks for it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "quote/wording.h"
#include "stemma/types/quotation.h"
#include "stemma/types/witness.h"

namespace stemma::quote {

// What is compared: a sentence of direct speech, or a whole indirect
// attribution.
struct Part {
  std::uint32_t witness = 0;
  Quotation quotation;  // with the content of this part alone
  Wording wording;
  // The first part with the very same words, itself if there is none before:
  // what holds of it holds of all.
  std::uint32_t same_as = 0;
};

// The parts of all quotations, in order of witness and text. What stands
// between marks is cut by sentence, and a sentence that quotes several
// stretches by stretch; a sentence interrupted by its attribution is one.
std::vector<Part> cut_parts(std::span<const Witness> witnesses,
                            const WordWeights& weights);

enum PairFeature : std::size_t {
  kBias,
  kInOrderOfShorter,  // share of the shorter one's weight, words in order
  kInOrderOfLonger,
  kAnyOrderOfShorter,
  kAnyOrderOfLonger,
  kWeightShared,  // log of the weight in any order
  kRunOfShorter,  // longest stretch without a gap, share of its words
  kWholeRun,      // all words of the shorter one stand in the other
  kSameSpeaker,   // both known, the names can mean one bearer
  kOtherSpeaker,  // both known, they cannot
  kOneIndirect,
  kBothIndirect,
  kIndirectAnyOrder,  // the share in any order where one is indirect
  kShort,             // the shorter one has few words of substance
  kBestOfBoth,        // against the best partner of either in the other report
  kNeighbours,        // the parts before or after agree as well
  kSameReport,
  kPairFeatures
};
using PairFeatures = std::array<float, kPairFeatures>;
std::string_view name_of(PairFeature feature);

struct PartPair {
  std::uint32_t a = 0;  // a < b
  std::uint32_t b = 0;
  PairFeatures features{};
};

// Whether two names can mean one bearer; remembers what was asked.
class SpeakerPairs {
 public:
  // Both are known, and the names can mean one bearer.
  bool are_one(const std::string& a, const std::string& b);
  // Nothing says that they cannot: one is unknown or a mere description.
  bool may_be_one(const std::string& a, const std::string& b);

 private:
  boost::unordered_flat_map<std::uint64_t, bool> known_;
};

// The features that two parts alone give; those of their surroundings are 0.
PairFeatures pair_features(const Part& a, const Part& b, SpeakerPairs& names);

// Pairs of first parts (Part::same_as) that share words of substance, by
// position. Of parts that share a word at most 64 are compared a word, the
// first ones.
std::vector<PartPair> find_pairs(const std::vector<Part>& parts);

// The learned weights of the features: the log-odds that a pair is of one
// utterance.
double log_odds(const PairFeatures& features);

}  // namespace stemma::quote
