// Which pairs of a story's reports are compared.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "stemma/types/report.h"

namespace stemma::origin {

using ReportPair = std::pair<ReportIndex, ReportIndex>;

// That a report has a run of words.
struct Posting {
  std::uint64_t run = 0;
  ReportIndex report = 0;
  friend auto operator<=>(const Posting&, const Posting&) = default;
};

// In a story of more reports pairs are found by what they share.
inline constexpr std::size_t kAllPairsUpTo = 64;

// Each pair of `reports`, which ascend; ascending, the earlier report first.
std::vector<ReportPair> all_pairs(std::span<const ReportIndex> reports);

// Each report with those that it meets most often, at most `partners` of them:
// where a run is had by many, a report meets the eight before it, and the
// first, which ties a much printed text together. Ascending, each pair once.
// O(P log P) for P postings.
std::vector<ReportPair> pairs_by_runs(std::vector<Posting> postings,
                                      std::size_t partners);

}  // namespace stemma::origin
