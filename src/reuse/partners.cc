#include "reuse/partners.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace stemma::reuse {
namespace {

using Pair = std::pair<ReportIndex, ReportIndex>;

struct Partner {
  ReportIndex report = 0;
  double shared = 0;  // bytes of both sides, by similarity
  bool* kept = nullptr;
};

struct PairOfReports {
  double shared = 0;
  bool kept = false;
};

}  // namespace

std::vector<std::uint32_t> keep_best_partners(std::vector<Passage>& passages,
                                              std::size_t reports,
                                              const ReuseOptions& options) {
  std::vector<std::uint32_t> cut(reports, 0);
  if (options.max_partners == 0) return cut;
  std::map<Pair, PairOfReports> pairs;
  for (const Passage& passage : passages) {
    pairs[{passage.a, passage.b}].shared +=
        passage.similarity * (passage.span_a.size() + passage.span_b.size());
  }
  std::vector<std::vector<Partner>> partners(reports);
  for (auto& [pair, found] : pairs) {
    partners[pair.first].push_back({pair.second, found.shared, &found.kept});
    partners[pair.second].push_back({pair.first, found.shared, &found.kept});
  }
  for (std::vector<Partner>& each : partners) {
    std::sort(each.begin(), each.end(), [](const Partner& x, const Partner& y) {
      return std::tuple(-x.shared, x.report) < std::tuple(-y.shared, y.report);
    });
    const std::size_t best =
        std::min<std::size_t>(each.size(), options.max_partners);
    for (std::size_t i = 0; i < best; ++i) *each[i].kept = true;
  }
  for (const auto& [pair, found] : pairs) {
    if (found.kept) continue;
    ++cut[pair.first];
    ++cut[pair.second];
  }
  std::erase_if(passages, [&](const Passage& passage) {
    return !pairs.at({passage.a, passage.b}).kept;
  });
  return cut;
}

}  // namespace stemma::reuse
