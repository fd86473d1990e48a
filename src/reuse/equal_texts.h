// Reports whose texts are equal.
#pragma once

#include <span>
#include <vector>

#include "stemma/types/report.h"
#include "stemma/types/witness.h"

namespace stemma::reuse {

// Groups of two reports or more with one text, each ascending, by their first
// report. Texts are compared byte by byte; hashes only bring them together.
std::vector<std::vector<ReportIndex>> group_equal(
    std::span<const Witness> witnesses);

}  // namespace stemma::reuse
