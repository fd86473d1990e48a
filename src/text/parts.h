// Long texts in parts, for stages that do not need all of a text.
#pragma once

#include <cstdint>
#include <string_view>

#include "stemma/types/span.h"

namespace stemma::text {

// Where a part of about `wanted` bytes from the begin of `rest` on can end
// without cutting a word; where no white space follows within 256 bytes,
// without cutting a character. The end of `rest` if it is no longer than that.
std::uint32_t end_of_part(std::string_view text, Span rest,
                          std::uint32_t wanted);

}  // namespace stemma::text
