// Numbers as values that can be compared.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "stemma/types/analysis.h"

namespace stemma::text {

// Numbers in digits or words with their units, percentages, money, ordinals
// and clock times. Dates are not among them: pass the dates already found.
std::vector<Quantity> find_quantities(std::string_view text,
                                      std::span<const Token> tokens,
                                      std::span<const DateMention> dates,
                                      std::string_view language);

}  // namespace stemma::text
