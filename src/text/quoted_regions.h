// Regions between quotation marks, for all mark styles.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "stemma/types/analysis.h"

namespace stemma::text {

// Pairs the quotation marks of a text. An odd number of marks never loses
// more than the paragraph it stands in; a paragraph that reopens the mark
// continues the region of the one before. Apostrophes, feet, inches and
// minutes are no marks. Linear in the length of the text.
std::vector<QuotedRegion> find_quoted_regions(std::string_view text,
                                              std::span<const Token> tokens);

}  // namespace stemma::text
