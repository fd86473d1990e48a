// Sentences of a text.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "stemma/types/analysis.h"
#include "stemma/types/report.h"

namespace stemma::text {

// Cuts a text into sentences that cover all tokens. Handles glued sentences
// ("meeting.Imam"), abbreviations, initials, decimals, ellipses, closing marks
// after the stop, headings without a stop, list items and paragraphs, for
// Latin, Cyrillic, Arabic, CJK and other scripts. A sentence never crosses a
// border of `paratext`.
std::vector<Sentence> find_sentences(std::string_view text,
                                     std::span<const Token> tokens,
                                     std::span<const Paratext> paratext,
                                     std::string_view language);

// The same where find_quoted_regions() has been called already.
std::vector<Sentence> find_sentences(std::string_view text,
                                     std::span<const Token> tokens,
                                     std::span<const QuotedRegion> quoted,
                                     std::span<const Paratext> paratext,
                                     std::string_view language);

}  // namespace stemma::text
