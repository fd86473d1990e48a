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
  float place = 0;            // in the text: 0 at the begin, 1 at the end
  bool told_by_verb = false;  // of a free sentence, see telling_verbs.h
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
  kAnyOrderOfShorter,  // learned to weigh nothing; tells the best partners
  kAnyOrderOfLonger,
  kWeightShared,  // log of the weight in any order
  kRunOfShorter,  // longest stretch without a gap, share of its words
  kWholeRun,      // all words of the shorter one stand in the other
  kSameSpeaker,   // both known, the names can mean one bearer
  kOtherSpeaker,  // both known, they cannot; 2 if their sources name them
  kOneIndirect,
  kNeighbours,  // the parts before or after agree as well
  kSameReport,
  kExactShared,     // log of the weight of shared names and numbers
  kOneDenies,       // one holds a negation, the other none
  kPlacesApart,     // how far apart they stand in their texts, 0 to 1
  kIndirectShared,  // kWeightShared where one is indirect
  kIndirectSame,    // kSameSpeaker where one is indirect
  kBothElsewhere,   // either has a better partner in the other's report
  kMarkedShared,    // words between marks in both, where one has others
  kToldByVerb,      // of a free sentence: its verb tells words or thoughts
  kPairFeatures
};
using PairFeatures = std::array<float, kPairFeatures>;

// What is learned of families (scripts/learn_quote_families.py): the weights
// of the features, which sum to log-odds, and the least log-odds wanted.
struct FamilyWeights {
  using Weights = std::array<double, kPairFeatures>;
  Weights pairs{};
  Weights retellings{};
  double least_odds = 0;      // of a pair that makes two groups one
  double least_average = 0;   // of all pairs across
  double nothing_shared = 0;  // of a pair that was not compared
  // What two parts of one report get on top if both are quoted directly, or if
  // both are told indirectly and their log-odds are negative. A report may well
  // tell first what it quotes below.
  double same_report_quoted = 0;
  double same_report_apart = 0;
  double least_retelling = 0;
};

// From tables with lines of `name TAB value`; what has no line is 0.
FamilyWeights read_family_weights(std::string_view pairs,
                                  std::string_view retellings);

// Those that ship with the program.
const FamilyWeights& family_weights();

// The weighted sum.
double log_odds(const FamilyWeights::Weights& weights,
                const PairFeatures& features);

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

}  // namespace stemma::quote
