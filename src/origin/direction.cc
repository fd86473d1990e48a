#include "origin/direction.h"

#include <algorithm>
#include <cmath>

#include "origin/edge_weights.h"
#include "origin/logistic.h"

namespace stemma::origin {
namespace {

constexpr double kLongestLogit = 6;
constexpr double kOfQuotes = 0.5;  // nats for each logarithm of runs
constexpr double kOfCut = 1.5;     // nats for a whole text cut off

// Share of the pairs of `of` behind the last one that `in` has too.
double behind_last_common(const std::vector<std::uint32_t>& of,
                          const BitSet& in) {
  std::size_t behind = 0;
  while (behind < of.size() && !in.contains(of[of.size() - 1 - behind])) {
    ++behind;
  }
  if (behind == of.size()) return 0;
  return static_cast<double>(behind) / static_cast<double>(of.size());
}

// Runs that `quotes` has in marks and `tells` has without.
std::uint32_t told_indirectly(const Narration& quotes, const Narration& tells) {
  std::uint32_t runs = 0;
  for (const std::uint64_t run : quotes.said_runs) {
    const auto in = [run](const std::vector<std::uint64_t>& sorted) {
      return std::binary_search(sorted.begin(), sorted.end(), run);
    };
    runs += in(tells.all_runs) && !in(tells.said_runs) ? 1 : 0;
  }
  return runs;
}

// For each text whether it is `node` or derives from it.
std::vector<bool> below(const TextTree& tree, std::uint32_t node) {
  std::vector<bool> result(tree.texts, false);
  for (std::uint32_t text = 0; text < tree.texts; ++text) {
    for (auto at = text; at != kOutside; at = tree.parents[at]) {
      if (at != node) continue;
      result[text] = true;
      break;
    }
  }
  return result;
}

// What the texts hold that `without` does not mark.
BitSet union_of_others(const TextSets& sets, const std::vector<bool>& without) {
  BitSet all(sets.pairs);
  for (std::size_t text = 0; text < sets.of_text.size(); ++text) {
    if (!without[text]) all |= sets.of_text[text];
  }
  return all;
}

double logit(double probability) {
  const double p = std::clamp(probability, 1e-6, 1 - 1e-6);
  return std::clamp(std::log(p / (1 - p)), -kLongestLogit, kLongestLogit);
}

}  // namespace

const std::array<std::string_view, kEdgeFeatures> kEdgeNames = {
    "posterior", "earlier",  "inherited",    "elsewhere", "reverse", "covered",
    "lost",      "lengthen", "cut_from_end", "indirect",  "texts"};

DirectionEvidence direction_between(const TextSets& sets, std::uint32_t a,
                                    std::uint32_t b, const Narration& text_a,
                                    const Narration& text_b) {
  DirectionEvidence evidence;
  evidence.cut_from_end = behind_last_common(sets.order[a], sets.of_text[b]);
  evidence.added_at_end = behind_last_common(sets.order[b], sets.of_text[a]);
  evidence.indirect_in_b = told_indirectly(text_a, text_b);
  evidence.indirect_in_a = told_indirectly(text_b, text_a);
  evidence.longer = std::log((1.0 + static_cast<double>(sets.order[a].size())) /
                             (1.0 + static_cast<double>(sets.order[b].size())));
  return evidence;
}

double favour_of(const DirectionEvidence& evidence) {
  return kOfQuotes * (std::log1p(evidence.indirect_in_b) -
                      std::log1p(evidence.indirect_in_a)) +
         kOfCut * (evidence.cut_from_end - evidence.added_at_end);
}

std::array<double, kEdgeFeatures> edge_features(
    const TextTree& tree, const TreeInput& input, std::uint32_t child,
    const DirectionEvidence& direction) {
  const std::uint32_t parent = tree.parents[child];
  const BitSet& of_parent = input.sets->of_text[parent];
  const BitSet& of_child = input.sets->of_text[child];
  const BitSet common = of_parent & of_child;
  std::vector<bool> below_parent = below(tree, parent);
  const std::vector<bool> below_child = below(tree, child);
  const BitSet outside = union_of_others(*input.sets, below_parent);
  std::vector<bool> but_parent = below_child;
  but_parent[parent] = true;
  const BitSet others = union_of_others(*input.sets, but_parent);
  const bool alone = std::count(below_parent.begin(), below_parent.end(),
                                true) == static_cast<int>(tree.texts);
  const auto size = [](const BitSet& set) {
    return static_cast<double>(set.count());
  };
  return {
      logit(tree.posteriors.edge(parent, child)),
      input.before[std::size_t{parent} * tree.texts + child] ? 1.0 : 0.0,
      alone ? 0.0 : std::log1p(size(common - outside)),
      std::log1p(((of_child & others) - of_parent).stretches()),
      std::log1p(((of_parent & others) - of_child).stretches()),
      size(common) / std::max(1.0, size(of_child)),
      std::log1p((of_parent - of_child).stretches()),
      std::clamp(-direction.longer, -2.0, 2.0),
      direction.cut_from_end - direction.added_at_end,
      std::log1p(direction.indirect_in_b) - std::log1p(direction.indirect_in_a),
      std::log(static_cast<double>(tree.texts))};
}

std::uint32_t inherited_stretches(const TextTree& tree, const TextSets& sets,
                                  std::uint32_t child) {
  const std::uint32_t parent = tree.parents[child];
  const std::vector<bool> below_parent = below(tree, parent);
  if (std::count(below_parent.begin(), below_parent.end(), false) == 0) {
    return 0;
  }
  return ((sets.of_text[parent] & sets.of_text[child]) -
          union_of_others(sets, below_parent))
      .stretches();
}

double edge_confidence(const std::array<double, kEdgeFeatures>& features) {
  return logistic(kEdgeBias, kEdgeWeights, features);
}

}  // namespace stemma::origin
