// The matrix of a story: statements x reports.
#pragma once

#include <span>

#include "stemma/types/matrix.h"
#include "stemma/types/witness.h"

namespace stemma::collate {

// Statements, readings, differences, links and labels of the reports of one
// story. The order of `witnesses` changes nothing but the indices. Support
// counts reports and attributions; tellings and sources are left at 0.
// REQUIRES: every witness has quotations (may be empty, with families set).
Matrix collate(std::span<const Witness> witnesses);

}  // namespace stemma::collate
