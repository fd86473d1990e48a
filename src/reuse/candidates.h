// Which pairs of reports are worth comparing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/loop.h"
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

// The pairs of reports that are worth comparing.
struct Candidates {
  std::vector<std::uint64_t> begins;  // in `later`, by report
  std::vector<ReportIndex> later;     // partners after it, ascending
  // Of each report, partners that were passed over for better ones.
  std::vector<std::uint32_t> cut;

  std::span<const ReportIndex> of(ReportIndex report) const {
    return std::span(later).subspan(begins[report],
                                    begins[report + 1] - begins[report]);
  }
};

// The pairs that share enough fingerprints, where either report counts the
// other among its options.max_partners best by what they share (all, if that
// is 0). One of them may share nothing worth reporting; a pair that shares
// fewer fingerprints shares no passage of any length.
Candidates find_candidates(const SharedGroups& groups, const Pairing& pairing,
                           const ReuseOptions& options,
                           const IndexOptions& index_options, const Loop& loop);

}  // namespace stemma::reuse
