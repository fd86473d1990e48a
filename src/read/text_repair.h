// Bytes that no text should hold.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/types/report.h"

namespace stemma::read {

// Replaces control bytes (below U+0020, but for tab, line feed, carriage
// return, vertical tab and form feed) by U+FFFD, one code point for one code
// point, with a remark for each. `offset` is added to the remarks' offsets,
// which are those of the text as it was.
void replace_control_bytes(std::string& text, std::uint64_t offset,
                           std::vector<Remark>& remarks);

// The valid UTF-8 that `bytes` of a text file mean: a byte order mark is
// passed over, UTF-16 with such a mark is converted, malformed sequences and
// control bytes become U+FFFD. Line ends stay as they are.
std::string decode_text(std::string_view bytes, std::vector<Remark>& remarks);

}  // namespace stemma::read
