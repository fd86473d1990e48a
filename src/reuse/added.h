// Reports that are added to an index.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "reuse/index_format.h"
#include "reuse/loop.h"
#include "stemma/error.h"
#include "stemma/types/options.h"
#include "stemma/types/passage.h"
#include "stemma/types/witness.h"

namespace stemma::reuse {

struct AddedReports {
  // Reports of the index that share passages with those added, in its order.
  std::vector<Report> known;
  // Positions in the witnesses of those that were not in the index yet.
  std::vector<ReportIndex> added;
  // What they share with one another and with the index. Positions in it are
  // those of `known`, and after them those of `added`.
  ReuseResult found;
  std::string
      bytes;  // to be put at the end of the index; empty if none are new
};

// Looks for passages that the reports share with one another and with those of
// the index. Costs what the new reports cost, but for a few look-ups in the
// index for each of their words, and reading it. kDataLoss where a record of
// the index is damaged, kInvalidArgument for more than 2^24 reports.
Result<AddedReports> add_reports(std::span<const Witness> witnesses,
                                 const IndexView& index,
                                 const ReuseOptions& options,
                                 const Loop& loop = run_in_order);

}  // namespace stemma::reuse
