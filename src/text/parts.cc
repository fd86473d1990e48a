#include "text/parts.h"

#include <algorithm>

namespace stemma::text {
namespace {

constexpr std::uint32_t kLongestWord = 256;  // bytes

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

std::uint32_t end_of_part(std::string_view text, Span rest,
                          std::uint32_t wanted) {
  if (rest.size() <= wanted) return rest.end;
  const std::uint32_t near = rest.begin + wanted;
  const std::uint32_t last = std::min(rest.end, near + kLongestWord);
  for (std::uint32_t i = near; i < last; ++i) {
    if (text[i] == ' ' || text[i] == '\n') return i;
  }
  std::uint32_t end = last;
  while (end > rest.begin + 1 && end < rest.end &&
         continues_character(text[end])) {
    --end;
  }
  return end;
}

}  // namespace stemma::text
