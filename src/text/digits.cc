#include "text/digits.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace stemma::text {

std::string with_ascii_digits(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    i += point.size;
    const int digit = u_charDigitValue(static_cast<UChar32>(point.value));
    if (digit >= 0) {
      out += static_cast<char>('0' + digit);
    } else if (point.value == U'\u066B') {
      out += '.';
    } else if (point.value == U'\u066C') {
      out += ',';
    } else {
      append_utf8(point.value, out);
    }
  }
  return out;
}

}  // namespace stemma::text
