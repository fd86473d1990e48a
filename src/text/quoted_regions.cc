#include "text/quoted_regions.h"

namespace stemma::text {

std::vector<QuotedRegion> find_quoted_regions(std::string_view text,
                                              std::span<const Token> tokens) {
  std::vector<QuotedRegion> regions;
  bool is_open = false;
  std::uint32_t open = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::string_view mark = slice(text, tokens[i].span);
    const bool straight = mark == "\"";
    if (!is_open && (straight || mark == "\xE2\x80\x9C")) {
      is_open = true;
      open = i;
    } else if (is_open && (straight || mark == "\xE2\x80\x9D")) {
      QuotedRegion& region = regions.emplace_back();
      region.outer = cover(tokens[open].span, tokens[i].span);
      region.inner = {tokens[open].span.end, tokens[i].span.begin};
      region.first_token = open + 1;
      region.last_token = i;
      is_open = false;
    }
  }
  return regions;
}

}  // namespace stemma::text
