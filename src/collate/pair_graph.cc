#include "collate/pair_graph.h"

#include <algorithm>

namespace stemma::collate {

// Pairs come sorted, so the smaller partners of a sentence come before the
// larger ones, and each list is sorted.
PairGraph::PairGraph(std::size_t sentences, std::span<const SentencePair> pairs)
    : first_(sentences + 1, 0), partners_(2 * pairs.size()) {
  for (const SentencePair& pair : pairs) {
    ++first_[pair.a + 1];
    ++first_[pair.b + 1];
  }
  for (std::size_t i = 0; i < sentences; ++i) first_[i + 1] += first_[i];
  std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    partners_[next[pairs[i].a]++] = {pairs[i].b, i};
    partners_[next[pairs[i].b]++] = {pairs[i].a, i};
  }
}

std::uint32_t PairGraph::find(std::uint32_t a, std::uint32_t b) const {
  const auto all = partners(a);
  const auto found = std::partition_point(
      all.begin(), all.end(), [&](const Partner& p) { return p.sentence < b; });
  return found != all.end() && found->sentence == b ? found->pair : kNone;
}

}  // namespace stemma::collate
