// Made-up texts as a report prints them.
#pragma once

#include <string>

#include "tradition.h"

namespace stemma::gen {

// Sentences with capitals and stops, quotations in marks or told indirectly,
// three sentences a paragraph.
std::string print_text(const Vocabulary& vocabulary, const Text& text);

std::string print_title(const Vocabulary& vocabulary, const Text& text);

}  // namespace stemma::gen
