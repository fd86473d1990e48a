// The fingerprints that reports of a run share, by report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "reuse/boilerplate.h"
#include "reuse/fingerprints.h"
#include "reuse/loop.h"
#include "reuse/words.h"
#include "stemma/types/report.h"

namespace stemma::reuse {

// What fingerprints are found in. Outlines of reports that are not compared
// are empty.
struct Outlines {
  std::span<const Outline> reports;
  const WordSpread* spread = nullptr;
};

// Scores are in sixteenths, whole numbers, so that their sum does not depend
// on the order.
inline constexpr std::uint32_t kScoreUnit = 16;

// A pair of words that stands in more reports says nothing (a stop-hash), and
// a run of words links reports only where it stands in more.
inline constexpr std::size_t kMaxSpread = 24;

// What a fingerprint that `sharing` of `reports` have adds to the score of two
// of them. One run is enough to compare them: there are few to be compared.
std::uint16_t link_weight(Fingerprint fingerprint, std::size_t reports,
                          std::size_t sharing);

// The least score of a pair of `reports` that is worth comparing.
std::uint32_t least_score(std::size_t reports);

// A fingerprint of a report that later reports have too.
struct SharedFingerprint {
  std::uint32_t next = 0;       // in SharedIndex::reports: those later ones
  std::uint16_t following = 0;  // how many
  std::uint16_t weight = 0;     // what it adds to a score
};

struct ReportRange {
  ReportIndex begin = 0;
  ReportIndex end = 0;
};

// The shared fingerprints of a range of reports.
struct SharedIndex {
  ReportRange range;
  std::vector<ReportIndex> reports;
  std::vector<std::uint64_t> begins;  // in `shared`, by report of the range
  std::vector<SharedFingerprint> shared;

  std::span<const SharedFingerprint> of(ReportIndex report) const {
    const std::uint64_t begin = begins[report - range.begin];
    return std::span(shared).subspan(begin,
                                     begins[report - range.begin + 1] - begin);
  }
};

struct IndexOptions {
  // Reports that are linked by a run which a great many share: so many of
  // those that come next.
  std::uint32_t neighbours = 8;
  std::size_t memory_bytes = std::size_t{2} << 30U;
};

// Ranges that cover all reports, the index of each of which fits into the
// memory (as long as that of 1/64 of the reports does).
std::vector<ReportRange> plan_ranges(const Outlines& outlines,
                                     const IndexOptions& options,
                                     const Loop& loop);

// The index of one range. The fingerprints are sorted in as many parts, one
// after the other, as the memory asks for.
SharedIndex index_range(const Outlines& outlines, ReportRange range,
                        const IndexOptions& options, const Loop& loop);

}  // namespace stemma::reuse
