#include "origin/unseen.h"

#include <algorithm>
#include <cmath>

#include "origin/unseen_weights.h"

namespace stemma::origin {
namespace {

// Changes on the way from one text to the other: words that came and words
// that went, by stretches.
double changes(const BitSet& from, const BitSet& to) {
  const BitSet both = to & from;
  return stretches(to - from, both) + stretches(from - to, both);
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle =
      values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

const std::array<std::string_view, kUnseenFeatures> kUnseenNames = {
    "saving", "least",    "second",       "typical", "up_gain",
    "gain",   "branches", "unseen_round", "texts",   "root"};

UnseenFeatures unseen_features(const TreeView& tree, std::uint32_t node,
                               double saving) {
  const Parents& parents = tree.parents;
  const std::vector<BitSet>& sets = tree.sets;
  std::vector<double> round;    // changes to each neighbour
  std::vector<double> typical;  // of the other edges
  std::vector<double> gains;    // words that arose again
  double unseen_round = 0;
  for (std::uint32_t child = 0; child < parents.size(); ++child) {
    const std::uint32_t parent = parents[child];
    if (parent == kOutside) continue;
    const double size = changes(sets[parent], sets[child]);
    if (parent == node || child == node) {
      round.push_back(size);
      const std::uint32_t other = child == node ? parent : child;
      if (other >= tree.texts) ++unseen_round;
    } else {
      typical.push_back(size);
    }
    gains.push_back(stretches((sets[child] & tree.shared) - sets[parent],
                              sets[child] & sets[parent]));
  }
  std::sort(round.begin(), round.end());
  const double usual = median(typical.empty() ? round : std::move(typical));
  const std::uint32_t up = parents[node];
  const double up_gain = up == kOutside
                             ? 0
                             : stretches((sets[node] & tree.shared) - sets[up],
                                         sets[node] & sets[up]);
  double sum = 0;
  for (const double gain : gains) sum += gain;
  return {
      std::log1p(std::max(0.0, saving)),
      std::log1p(round.empty() ? 0 : round[0]),
      std::log1p(round.size() < 2 ? 0 : round[1]),
      std::log1p(usual),
      std::log1p(up_gain),
      std::log1p(gains.empty() ? 0 : sum / static_cast<double>(gains.size())),
      std::log(static_cast<double>(std::max<std::size_t>(1, round.size()))),
      unseen_round,
      std::log(static_cast<double>(tree.texts)),
      up == kOutside ? 1.0 : 0.0};
}

double unseen_confidence(const UnseenFeatures& features) {
  double sum = kUnseenBias;
  for (std::size_t i = 0; i < kUnseenFeatures; ++i) {
    sum += kUnseenWeights[i] * features[i];
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace stemma::origin
