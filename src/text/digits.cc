#include "text/digits.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace stemma::text {

Digit digit_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[position]);
  if (byte < 0x80) {
    return byte >= '0' && byte <= '9' ? Digit{byte - '0', 1} : Digit{};
  }
  const CodePoint point = decode_utf8(text, position);
  const int value = u_charDigitValue(static_cast<UChar32>(point.value));
  return value < 0 ? Digit{} : Digit{value, point.size};
}

DigitRun read_digits(std::string_view text, std::size_t position) {
  DigitRun run;
  for (Digit digit = digit_at(text, position); digit.value >= 0;
       digit = digit_at(text, position)) {
    if (run.digits < 18) {
      run.value = run.value * 10 + static_cast<unsigned>(digit.value);
    }
    ++run.digits;
    position += digit.size;
  }
  run.end = static_cast<std::uint32_t>(position);
  return run;
}

std::string with_ascii_digits(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Digit digit = digit_at(text, i);
    if (digit.value >= 0) {
      out += static_cast<char>('0' + digit.value);
      i += digit.size;
      continue;
    }
    const CodePoint point = decode_utf8(text, i);
    i += point.size;
    if (point.value == 0x066B) {
      out += '.';
    } else if (point.value == 0x066C) {
      out += ',';
    } else {
      append_utf8(point.value, out);
    }
  }
  return out;
}

}  // namespace stemma::text
