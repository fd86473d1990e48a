#include "text/gaps.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"

namespace stemma::text {
namespace {

// Text whose lines are longer than this, in code points, was not wrapped.
constexpr std::size_t kWidestWrap = 100;

// Line breaks in white space; form feeds and paragraph separators count twice.
unsigned count_breaks(std::string_view space) {
  unsigned breaks = 0;
  for (std::size_t i = 0; i < space.size(); ++i) {
    const std::string_view rest = space.substr(i);
    const bool return_alone = rest[0] == '\r' && !rest.starts_with("\r\n");
    if (rest[0] == '\f' || rest[0] == '\v' ||
        rest.starts_with("\xE2\x80\xA9")) {
      breaks += 2;
    } else if (rest[0] == '\n' || return_alone ||
               rest.starts_with("\xC2\x85") ||
               rest.starts_with("\xE2\x80\xA8")) {
      ++breaks;  // also next line and line separator
    }
  }
  return breaks;
}

Gap gap_of(std::string_view between) {
  if (between.empty()) return Gap::kNone;
  if (between == " ") return Gap::kSpace;
  const unsigned breaks = count_breaks(between);
  if (breaks == 0) return Gap::kSpace;
  return breaks == 1 ? Gap::kLine : Gap::kBlank;
}

bool is_bullet(char32_t mark) {
  switch (mark) {
    case U'-':
    case U'*':
    case 0x00B7:
    case 0x2013:
    case 0x2014:
    case 0x2022:
    case 0x2023:
    case 0x25A0:
    case 0x25AA:
    case 0x25CF:
    case 0x25E6:
      return true;
    default:
      return false;
  }
}

// Lines of one block, that is, between two empty lines.
class Block {
 public:
  Block(std::string_view text, std::span<const Token> tokens,
        std::vector<Gap>& gaps)
      : text_(text), tokens_(tokens), gaps_(gaps) {}

  void add_line(std::uint32_t first, std::uint32_t last) {
    const Span line = cover(tokens_[first].span, tokens_[last].span);
    lines_.push_back({first, code_point_count(slice(text_, line))});
    widest_ = std::max(widest_, lines_.back().width);
  }

  // Decides which breaks inside the block are wraps, and empties it.
  void close() {
    for (std::size_t i = 1; i < lines_.size() && widest_ <= kWidestWrap; ++i) {
      const std::uint32_t first = lines_[i].first;
      if (opens_list_item(text_, tokens_, first)) continue;
      const std::size_t word =
          code_point_count(slice(text_, tokens_[first].span));
      const bool fits = lines_[i - 1].width + 1 + word <= widest_;
      if (!fits) gaps_[first] = Gap::kWrap;
    }
    lines_.clear();
    widest_ = 0;
  }

 private:
  struct Line {
    std::uint32_t first = 0;  // token
    std::size_t width = 0;    // code points
  };
  std::string_view text_;
  std::span<const Token> tokens_;
  std::vector<Gap>& gaps_;
  std::vector<Line> lines_;
  std::size_t widest_ = 0;
};

}  // namespace

std::vector<Gap> find_gaps(std::string_view text,
                           std::span<const Token> tokens) {
  std::vector<Gap> gaps(tokens.size() + 1, Gap::kBlank);
  Block block(text, tokens, gaps);
  std::uint32_t line_first = 0;
  for (std::uint32_t i = 1; i <= tokens.size(); ++i) {
    if (i < tokens.size()) {
      const Span between = {tokens[i - 1].span.end, tokens[i].span.begin};
      gaps[i] = gap_of(slice(text, between));
    }
    if (!ends_paragraph(gaps[i])) continue;
    block.add_line(line_first, i - 1);
    line_first = i;
    if (gaps[i] == Gap::kBlank) block.close();
  }
  return gaps;
}

bool opens_list_item(std::string_view text, std::span<const Token> tokens,
                     std::uint32_t token) {
  const auto spaced = [&](std::uint32_t i) {
    return i + 1 < tokens.size() &&
           tokens[i].span.end < tokens[i + 1].span.begin;
  };
  if (is_bullet(mark_of(text, tokens[token]))) return spaced(token);
  if (token + 1 >= tokens.size() || tokens[token].span.size() > 3) return false;
  const char32_t mark = mark_of(text, tokens[token + 1]);
  const bool number = tokens[token].kind == TokenKind::kNumber;
  const bool letter = tokens[token].span.size() == 1;
  return spaced(token + 1) && !spaced(token) &&
         ((number && (mark == U'.' || mark == U')')) ||
          (letter && mark == U')'));
}

char32_t mark_of(std::string_view text, const Token& token) {
  if (token.kind != TokenKind::kPunctuation) return 0;
  return decode_valid(text, token.span.begin).value;
}

}  // namespace stemma::text
