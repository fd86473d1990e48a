#include "reuse/partners.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

namespace stemma::reuse {
namespace {

// Passages [begin, end) are those of one pair.
struct Pair {
  std::size_t begin = 0;
  std::size_t end = 0;
  double shared = 0;  // bytes of both sides, by similarity
  bool kept = false;
};

struct Partnership {
  ReportIndex report = 0;
  ReportIndex partner = 0;
  std::size_t pair = 0;
  double shared = 0;
};

std::vector<Pair> pairs_of(std::span<const Passage> passages) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const Passage& passage = passages[i];
    if (i == 0 || std::tie(passage.a, passage.b) !=
                      std::tie(passages[i - 1].a, passages[i - 1].b)) {
      pairs.push_back({i, i, 0, false});
    }
    ++pairs.back().end;
    pairs.back().shared +=
        passage.similarity * (passage.span_a.size() + passage.span_b.size());
  }
  return pairs;
}

}  // namespace

std::vector<std::uint32_t> keep_best_partners(std::vector<Passage>& passages,
                                              std::size_t reports,
                                              const ReuseOptions& options) {
  std::vector<std::uint32_t> cut(reports, 0);
  if (options.max_partners == 0) return cut;
  std::vector<Pair> pairs = pairs_of(passages);
  std::vector<Partnership> all;
  all.reserve(2 * pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Passage& passage = passages[pairs[i].begin];
    all.push_back({passage.a, passage.b, i, pairs[i].shared});
    all.push_back({passage.b, passage.a, i, pairs[i].shared});
  }
  std::sort(all.begin(), all.end(),
            [](const Partnership& x, const Partnership& y) {
              return std::tuple(x.report, -x.shared, x.partner) <
                     std::tuple(y.report, -y.shared, y.partner);
            });
  for (std::size_t i = 0, rank = 0; i < all.size(); ++i, ++rank) {
    if (i > 0 && all[i].report != all[i - 1].report) rank = 0;
    if (rank < options.max_partners) pairs[all[i].pair].kept = true;
  }
  std::vector<Passage> kept;
  for (const Pair& pair : pairs) {
    if (pair.kept) {
      std::move(passages.begin() + static_cast<std::ptrdiff_t>(pair.begin),
                passages.begin() + static_cast<std::ptrdiff_t>(pair.end),
                std::back_inserter(kept));
    } else {
      ++cut[passages[pair.begin].a];
      ++cut[passages[pair.begin].b];
    }
  }
  passages = std::move(kept);
  return cut;
}

}  // namespace stemma::reuse
