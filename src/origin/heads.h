// The head of a telling: the report that all others of it come from, or an
// unseen text.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "origin/pairs.h"
#include "stemma/types/origins.h"

namespace stemma::origin {

// A report is the head if it stands alone in its telling and credits nobody,
// or if every other report of the telling derives from it, directly or
// through reports in hand. Else the head is unseen.
std::optional<ReportIndex> find_head(const StoryEvidence& story,
                                     std::span<const ReportIndex> reports,
                                     std::span<const Derivation> derivations);

// Names of the text as its reports credit it, each once, as first written.
std::vector<std::string> credited_text(const StoryEvidence& story,
                                       std::span<const ReportIndex> reports);

}  // namespace stemma::origin
