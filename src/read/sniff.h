// Which form do these bytes have?
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stemma::read {

enum class Format : std::uint8_t {
  kJsonLines,
  kJsonDocument,  // one array or object over the whole file
  kPlainText,
  kBinary,  // nothing that this program reads: pictures, PDF, archives
};

// Bytes of the head that sniff() looks at.
inline constexpr std::size_t kSniffBytes = std::size_t{1} << 16U;

// `head`: the first kSniffBytes of a file, or all of a shorter one; `name` may
// be empty. A damaged line does not turn JSON Lines into plain text.
Format sniff(std::string_view head, std::string_view name);

}  // namespace stemma::read
