// Bytes that no text should hold.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/types/report.h"

namespace stemma::read {

// The valid UTF-8 that `bytes` of a text file mean: a byte order mark is
// passed over, UTF-16 with such a mark is converted, malformed sequences and
// control bytes (below U+0020, but for tabs, line ends and form feeds) become
// U+FFFD, one code point for one. Line ends stay as they are. Offsets of the
// remarks are those of `bytes`.
std::string decode_text(std::string_view bytes, std::vector<Remark>& remarks);

}  // namespace stemma::read
