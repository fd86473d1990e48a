// The counts of origins.h, made of sketches in place of texts: the same linkage
// over the probabilities of pairs and the same range from its uncertain
// joinings (clusters.h), but with two regressions of their own, learned on
// sketches. What a sketch cannot know makes the range wider: sampled shares are
// less sure than whole ones, and so are the probabilities learned from them;
// where a short text leaves too few runs in the sample of a long one, or both
// give the same utterances and hardly anything else, the pair is undecided.
//
// What origins.h sees and this does not: sentences that align in other words,
// who speaks, families of quotations, statements told indirectly, takes of one
// item, and what a user has rejected.
#include "origin/quick_counts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "origin/clusters.h"
#include "origin/logistic.h"
#include "origin/quick_weights.h"

namespace stemma::origin {
namespace {

// Of the range, on either side; wider for sources, of whose evidence a sketch
// holds the smaller part.
constexpr double kTellingTail = 0.1;
constexpr double kSourceTail = 0.05;
// As in tellings.cc.
constexpr std::uint32_t kFewWords = 20;
constexpr double kUncompared = 0.25;

// The language of most reports, the first in the alphabet of equals.
std::uint16_t main_language(std::span<const TellingSketch> sketches) {
  std::map<std::uint16_t, std::size_t> counts;
  for (const TellingSketch& sketch : sketches) ++counts[sketch.language];
  return std::max_element(
             counts.begin(), counts.end(),
             [](const auto& x, const auto& y) { return x.second < y.second; })
      ->first;
}

std::vector<std::uint32_t> not_compared(
    std::span<const TellingSketch> sketches) {
  std::vector<std::uint32_t> found;
  if (sketches.size() < 2) return found;
  const std::uint16_t language = main_language(sketches);
  for (std::uint32_t i = 0; i < sketches.size(); ++i) {
    const std::uint16_t own = sketches[i].language;
    const bool other = own != language && own != 0 && language != 0;
    if (other || sketches[i].words < kFewWords) found.push_back(i);
  }
  return found;
}

struct QuickTellings {
  std::vector<double> probabilities;  // of one telling, by pair
  std::vector<std::uint32_t> group_of;
  std::uint32_t groups = 0;
  CountRange count;
};

QuickTellings group_tellings(std::span<const TellingSketch> sketches,
                             std::span<const SketchPair> pairs) {
  const auto reports = static_cast<std::uint32_t>(sketches.size());
  QuickTellings tellings;
  std::vector<Edge> edges;
  std::vector<Merge> equal;
  edges.reserve(pairs.size());
  for (const SketchPair& pair : pairs) {
    const double alike = pair.equal
                             ? 1
                             : logistic(kQuickTellingBias, kQuickTellingWeights,
                                        telling_features(pair));
    tellings.probabilities.push_back(alike);
    if (pair.equal) {
      equal.push_back({1, 1, pair.a, pair.b});
    } else {
      edges.push_back({pair.a, pair.b, alike, pair.undecided});
    }
  }
  std::vector<Merge> merges = average_linkage(reports, edges);
  merges.insert(merges.end(), equal.begin(), equal.end());
  tellings.group_of = groups_of(reports, merges);
  for (const std::uint32_t group : tellings.group_of) {
    tellings.groups = std::max(tellings.groups, group + 1);
  }
  std::vector<bool> counted(tellings.groups, false);
  for (const std::uint32_t report : not_compared(sketches)) {
    const std::uint32_t group = tellings.group_of[report];
    if (counted[group] || tellings.groups == 1) continue;
    counted[group] = true;
    merges.push_back({.probability = kUncompared, .surest = kUncompared});
  }
  tellings.count = count_groups(reports, merges, kTellingTail);
  return tellings;
}

CountRange count_sources(std::span<const SketchPair> pairs,
                         const QuickTellings& tellings) {
  // A telling is one text, so its surest link to another speaks for all of it.
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> surest;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto [a, b] = std::minmax(tellings.group_of[pairs[i].a],
                                    tellings.group_of[pairs[i].b]);
    if (a == b) continue;
    auto features = source_features(pairs[i]);
    features[0] = tellings.probabilities[i];
    double& probability = surest[{a, b}];
    probability =
        std::max({probability, features[0],
                  logistic(kQuickSourceBias, kQuickSourceWeights, features)});
  }
  std::vector<Edge> edges;
  edges.reserve(surest.size());
  for (const auto& [between, probability] : surest) {
    edges.push_back({between.first, between.second, probability});
  }
  const std::vector<Merge> merges = average_linkage(tellings.groups, edges);
  return count_groups(tellings.groups, merges, kSourceTail);
}

}  // namespace

const std::array<std::string_view, kQuickTellingFeatures> kQuickTellingNames = {
    "short_of_smaller", "long_of_smaller", "long_runs",
    "names_outlet",     "same_credit",     "different_agencies"};

const std::array<std::string_view, kQuickSourceFeatures> kQuickSourceNames = {
    "telling",
    "said_of_smaller",
    "lead",
    "cited",
    "common_citation",
    "same_credit",
    "different_agencies",
    "short_of_smaller"};

std::array<double, kQuickTellingFeatures> telling_features(
    const SketchPair& pair) {
  return {pair.short_of_smaller,       pair.long_of_smaller,
          std::log1p(pair.long_runs),  as_number(pair.names_outlet),
          as_number(pair.same_credit), as_number(pair.different_agencies)};
}

std::array<double, kQuickSourceFeatures> source_features(
    const SketchPair& pair) {
  return {0,
          std::min(0.5, pair.said_of_smaller),
          pair.lead,
          pair.cited,
          pair.common_citation,
          as_number(pair.same_credit),
          as_number(pair.different_agencies),
          pair.short_of_smaller};
}

Counts quick_counts(std::span<const TellingSketch> sketches) {
  if (sketches.empty()) return {};
  if (sketches.size() == 1) return {{1, 1, 1}, {1, 1, 1}};
  const std::vector<SketchPair> pairs = compare_sketches(sketches);
  const QuickTellings tellings = group_tellings(sketches, pairs);
  return {tellings.count, count_sources(pairs, tellings)};
}

}  // namespace stemma::origin
