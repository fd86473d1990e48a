// Lines and words of a text as spans.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "stemma/types/span.h"

namespace stemma::read {

// `begin` and `size` bytes on. REQUIRES: within a text of at most 4 GiB - 1.
inline std::uint32_t plus(std::uint32_t begin, std::size_t size) {
  return begin + static_cast<std::uint32_t>(size);
}

// `span` without the white space at its ends (ASCII, U+00A0, U+3000, and the
// byte order mark that some files carry inside).
Span trim(std::string_view text, Span span);

// The lines that are not blank, trimmed, in order; at most `limit` from the
// front or from the back. Line ends are "\n", "\r\n" and "\r".
std::vector<Span> first_lines(std::string_view text, std::size_t limit);
std::vector<Span> last_lines(std::string_view text, std::size_t limit);

// The words between white space within `span`, at most `limit`.
std::vector<Span> words_in(std::string_view text, Span span, std::size_t limit);

// The first of these words; empty if there is none.
Span first_word(std::string_view text);

// Bytes of the dash that begins at `position` ("-", "--", en and em dash, with
// the marks of all scripts); 0 if there is none.
std::size_t dash_at(std::string_view text, std::size_t position);

// Bytes of the colon (ASCII or full width) at `position`; 0 if there is none.
std::size_t colon_at(std::string_view text, std::size_t position);

// The end of a sentence or of a quotation after it stands right before
// `position`, white space passed over.
bool after_stop(std::string_view text, std::size_t position);

}  // namespace stemma::read
