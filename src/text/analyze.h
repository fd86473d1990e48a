// What is in a text: the one entry for the stages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stemma/types/analysis.h"
#include "stemma/types/report.h"

namespace stemma::text {

// Finds language (unless report.language is set), tokens, sentences, names,
// quantities, dates and quoted regions of report.text. Linear in the length
// of the text; odd text is no error.
Analysis analyze(const Report& report);

// The part of it that comparing words needs: language, tokens, sentences and
// quoted regions, at a fraction of the time.
Analysis analyze_words(const Report& report);

}  // namespace stemma::text
