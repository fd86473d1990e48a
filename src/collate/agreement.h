// The second look at each pair of sentences: what the probabilities of the
// other pairs say of it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "collate/pair_features.h"
#include "collate/story_text.h"

namespace stemma::collate {

enum class Agreement : std::uint8_t {
  kBias,
  kOdds,            // ln odds of the first look
  kBeside,          // higher one of the pairs before and behind
  kBothBeside,      // both of these together
  kNear,            // highest one of the pairs within two sentences
  kThird,           // through a third report: the weaker of the two links
  kAgainst,         // a third report is linked to one side and not to the other
  kRivals,          // the higher one of each side's best other partner
  kMutualRivals,    // the lower one
  kRivalsTogether,  // ln(1 + all other partners of both sides)
  kCount,
};
inline constexpr auto kAgreementCount =
    static_cast<std::size_t>(Agreement::kCount);
using Agreements = std::array<double, kAgreementCount>;

// Name in the table of weights.
std::string_view agreement_name(Agreement agreement);

// One weight each, learned by scripts/learn_links.py.
std::span<const double, kAgreementCount> agreement_weights();

// What the other pairs say of each pair. `first` are the probabilities of the
// first look, parallel to `pairs`. Unlikely pairs with a third report count
// for nothing, so that a report that has nothing to say of a statement leaves
// it alone.
std::vector<Agreements> find_agreements(const StoryText& story,
                                        std::span<const ComparedPair> pairs,
                                        std::span<const double> first);

// The probability that each pair states the same: 0..1, parallel to `pairs`.
std::vector<double> link_probabilities(const StoryText& story,
                                       std::span<const ComparedPair> pairs);

}  // namespace stemma::collate
