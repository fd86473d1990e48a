// Which pairs of reports are worth comparing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/words.h"
#include "stemma/types/options.h"
#include "stemma/types/report.h"
#include "stemma/types/witness.h"

namespace stemma::reuse {

struct Candidate {
  ReportIndex a = 0;  // a < b
  ReportIndex b = 0;
  float score = 0;  // sum of the weights of the fingerprints shared
};

// Pairs that share enough fingerprints, by a, then b. Of each group of `equal`
// texts only the first report is looked at. A pair found here may share nothing
// worth reporting; a pair not found here shares no passage of any length.
std::vector<Candidate> find_candidates(
    std::span<const Witness> witnesses, const WordTable& table,
    const std::vector<std::vector<ReportIndex>>& equal,
    const ReuseOptions& options);

}  // namespace stemma::reuse
