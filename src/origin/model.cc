#include "origin/model.h"

#include <algorithm>
#include <cmath>

#include "origin/logistic.h"
#include "origin/weights.h"

namespace stemma::origin {

const std::array<std::string_view, kTellingFeatures> kTellingNames = {
    "short_of_smaller", "long_of_smaller", "long_runs",         "aligned",
    "names_outlet",     "same_credit",     "different_agencies"};

const std::array<std::string_view, kSourceFeatures> kSourceNames = {
    "telling",         "said_of_smaller", "lead",
    "speech",          "families",        "cited",
    "common_citation", "same_credit",     "different_agencies",
    "aligned",         "short_of_smaller"};

std::array<double, kTellingFeatures> telling_features(
    const PairEvidence& pair) {
  const Overlap& overlap = pair.overlap;
  return {overlap.short_of_smaller,          overlap.long_of_smaller,
          std::log1p(overlap.long_runs),     overlap.aligned_of_smaller,
          as_number(pair.names_outlet),      as_number(pair.same_credit),
          as_number(pair.different_agencies)};
}

std::array<double, kSourceFeatures> source_features(const PairEvidence& pair) {
  const Overlap& overlap = pair.overlap;
  return {0,
          std::min(0.5, overlap.said_of_smaller),
          pair.lead,
          pair.speech,
          pair.families,
          pair.cited,
          pair.common_citation,
          as_number(pair.same_credit),
          as_number(pair.different_agencies),
          overlap.aligned_of_smaller,
          overlap.short_of_smaller};
}

double telling_probability(const PairEvidence& pair) {
  if (pair.equal || pair.same_item) return 1;
  return logistic(kTellingBias, kTellingWeights, telling_features(pair));
}

double source_probability(const PairEvidence& pair, double telling) {
  auto features = source_features(pair);
  features[0] = telling;
  return std::max(telling, logistic(kSourceBias, kSourceWeights, features));
}

}  // namespace stemma::origin
