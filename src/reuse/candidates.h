// Which pairs of reports are worth comparing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/shared_fingerprints.h"
#include "stemma/types/options.h"
#include "stemma/types/report.h"
#include "stemma/types/witness.h"

namespace stemma::reuse {

// Whether two reports are to be compared: of equal texts the first stands for
// all. Groups may be paired if any two of their members have different outlets
// and any two were published near enough to one another. Holds views of all
// that it is made from.
class Pairing {
 public:
  Pairing(std::span<const Witness> witnesses,
          const std::vector<std::vector<ReportIndex>>& equal,
          const ReuseOptions& options);

  bool is_compared(ReportIndex report) const {
    return stands_for_itself_[report];
  }
  bool may_pair(ReportIndex a, ReportIndex b) const {
    return (options_.within_seconds == 0 || near_in_time(a, b)) &&
           (!options_.cross_outlet || other_outlets(a, b)) &&
           (options_.asked_from == 0 || is_asked(a) || is_asked(b));
  }

 private:
  bool other_outlets(ReportIndex a, ReportIndex b) const;
  bool near_in_time(ReportIndex a, ReportIndex b) const;
  bool is_asked(ReportIndex report) const;
  // The reports that `report` stands for; valid while the groups are.
  std::span<const ReportIndex> members(const ReportIndex& report) const;
  bool near(ReportIndex member, std::span<const ReportIndex> others) const;

  std::span<const Witness> witnesses_;
  const std::vector<std::vector<ReportIndex>>& groups_;
  const ReuseOptions& options_;
  std::vector<bool> stands_for_itself_;
  std::vector<bool> mixed_outlets_;
};

// Finds the later partners of reports. Not safe for use by several threads at
// once.
class PartnerSearch {
 public:
  PartnerSearch(const SharedIndex& index, const Pairing& pairing,
                const ReuseOptions& options, std::size_t reports);

  // The reports after `a` that share enough fingerprints with it, ascending.
  // One found here may share nothing worth reporting; one not found here
  // shares no passage of any length. Valid until the next call.
  // REQUIRES: `a` is in the index's range.
  std::span<const ReportIndex> partners_of(ReportIndex a);

 private:
  const SharedIndex& index_;
  const Pairing& pairing_;
  std::size_t most_;                  // 0: all
  std::uint32_t least_score_;         // of a candidate
  std::vector<std::uint32_t> score_;  // by report; all 0 between uses
  std::vector<ReportIndex> met_;
};

}  // namespace stemma::reuse
