// The fingerprints that reports of a run share, by report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "reuse/boilerplate.h"
#include "reuse/fingerprints.h"
#include "reuse/loop.h"
#include "reuse/packed_groups.h"
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

// What a fingerprint that `sharing` of `reports` have adds to the score of two
// of them. One run is enough to compare them: there are few to be compared.
std::uint16_t link_weight(Fingerprint fingerprint, std::size_t reports,
                          std::size_t sharing);

// The least score of a pair of `reports` that is worth comparing.
std::uint32_t least_score(std::size_t reports);

struct ReportRange {
  ReportIndex begin = 0;
  ReportIndex end = 0;
};

// The fingerprints that link reports, each with its reports.
struct SharedGroups {
  std::vector<PackedGroups> parts;  // of the fingerprints
  // Of how many groups each report is.
  std::vector<std::uint32_t> groups_of;
};

// A report's place in a group.
struct GroupPlace {
  std::uint32_t at = 0;  // of a small group, or of the report among large ones
  std::uint16_t part = 0;
  // Of a large group: reports that it is linked to, before and after it there.
  // 0 and 0 in a small one, where it is linked to all.
  std::uint16_t before = 0;
  std::uint16_t after = 0;
  std::uint16_t weight = 0;

  bool in_small_group() const { return before == 0 && after == 0; }
};

// The places of a range of reports in all groups. A view of them.
struct SharedIndex {
  const SharedGroups* groups = nullptr;
  ReportRange range;
  std::vector<std::uint64_t> begins;  // in `places`, by report of the range
  std::vector<GroupPlace> places;

  std::span<const GroupPlace> of(ReportIndex report) const {
    const std::uint64_t begin = begins[report - range.begin];
    return std::span(places).subspan(begin,
                                     begins[report - range.begin + 1] - begin);
  }
  // Calls use(other) for the reports that `report` is linked to by its place.
  template <typename Use>
  void for_each_linked(ReportIndex report, const GroupPlace& place,
                       const Use& use) const {
    const PackedGroups& part = groups->parts[place.part];
    if (place.in_small_group()) {
      PackedGroups::Room room;
      std::uint32_t at = place.at;
      for (const ReportIndex other : part.small(at, room)) {
        if (other != report) use(other);
      }
      return;
    }
    const std::size_t first = place.at - place.before;
    for (std::size_t k = first; k <= place.at + std::size_t{place.after}; ++k) {
      if (k != place.at) use(part.large()[k]);
    }
  }
};

struct IndexOptions {
  // Reports that are linked by a run which a great many share: so many of
  // those that come next; 1 or more.
  std::uint32_t neighbours = 8;
  std::size_t memory_bytes = std::size_t{2} << 30U;
};

// The groups of all fingerprints. These are sorted in as many parts, one after
// the other, as the memory asks for.
SharedGroups find_groups(const Outlines& outlines, const IndexOptions& options,
                         const Loop& loop);

// Ranges that cover all reports, the index of each of which fits into the
// memory, as long as that of one report does.
std::vector<ReportRange> plan_ranges(const SharedGroups& groups,
                                     const IndexOptions& options);

// The index of one range.
SharedIndex index_range(const SharedGroups& groups, ReportRange range,
                        const IndexOptions& options, const Loop& loop);

}  // namespace stemma::reuse
