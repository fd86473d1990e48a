// What `stemma reuse --clusters` prints: one line a member, with the fields of
// passim (github.com/dasmiq/passim), so that what reads its output reads ours.
#pragma once

#include <cstddef>
#include <string>

#include "show/report_set.h"
#include "show/terminal.h"
#include "stemma/types/cluster.h"

namespace stemma::show {

struct NumberedCluster {
  const Cluster& cluster;
  std::size_t number = 1;  // counted from 1
};

// One object for the member at `member`, without a line break. Fields of the
// input that are unknown here pass through, but for those whose name has a
// meaning in the output.
void append_member(const ReportSet& reports, const NumberedCluster& cluster,
                   std::size_t member, std::string& out);

std::string cluster_columns();
void append_member_record(const ReportSet& reports,
                          const NumberedCluster& cluster, std::size_t member,
                          std::string& out);

// The wording of the first member, and the places of all.
std::string cluster_text(const ReportSet& reports,
                         const NumberedCluster& cluster,
                         const TextStyle& style);

}  // namespace stemma::show
