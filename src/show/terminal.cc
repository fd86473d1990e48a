#include "show/terminal.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace stemma::show {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

bool is_space(char32_t value) {
  return u_isUWhiteSpace(static_cast<UChar32>(value)) != 0;
}

bool is_dropped(char32_t value) {
  const auto type = u_charType(static_cast<UChar32>(value));
  const bool joiner = value == 0x200C || value == 0x200D;
  return type == U_CONTROL_CHAR || (type == U_FORMAT_CHAR && !joiner);
}

std::size_t width_of(char32_t value) {
  const auto point = static_cast<UChar32>(value);
  switch (u_charType(point)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const auto east_asian = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

// The bytes of `text` that fit into `width` columns.
std::size_t bytes_within(std::string_view text, std::size_t width) {
  std::size_t taken = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const CodePoint next = decode_utf8(text, i);
    taken += width_of(next.value);
    if (taken > width) break;
    i += next.size;
  }
  return i;
}

std::string escaped(std::string_view code, std::string_view text,
                    const TextStyle& style) {
  if (style.colour == Colour::kNever) return std::string(text);
  std::string out = "\x1b[";
  out.append(code).append("m").append(text).append("\x1b[0m");
  return out;
}

}  // namespace

std::string plain_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint next = decode_utf8(text, i);
    if (is_space(next.value)) {
      space = !out.empty();
    } else if (!is_dropped(next.value)) {
      if (space) out += ' ';
      space = false;
      out.append(text, i, next.size);
    }
    i += next.size;
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint next = decode_utf8(text, i);
    width += width_of(next.value);
    i += next.size;
  }
  return width;
}

std::string clipped(std::string_view text, std::size_t width) {
  std::string line = plain_line(text);
  if (display_width(line) <= width || width == 0) return line;
  line.resize(bytes_within(line, width - 1));
  return line.append(kEllipsis);
}

std::string padded(std::string_view text, std::size_t width) {
  std::string line = clipped(text, width);
  const std::size_t taken = display_width(line);
  if (taken < width) line.append(width - taken, ' ');
  return line;
}

std::string wrapped(std::string_view text, std::size_t indent,
                    std::size_t width) {
  const std::string line = plain_line(text);
  // A terminal of a few columns gets lines that are too long for it.
  const std::size_t room = std::max<std::size_t>(width, indent + 20) - indent;
  std::string out;
  std::string_view rest = line;
  while (!rest.empty()) {
    std::size_t taken = bytes_within(rest, room);
    if (taken < rest.size()) {
      const std::size_t space = rest.substr(0, taken + 1).rfind(' ');
      if (space != std::string_view::npos && space > 0) taken = space;
    }
    out.append(indent, ' ').append(rest, 0, taken).append("\n");
    rest.remove_prefix(taken);
    if (rest.starts_with(' ')) rest.remove_prefix(1);
  }
  return out;
}

std::string bold(std::string_view text, const TextStyle& style) {
  return escaped("1", text, style);
}

std::string dim(std::string_view text, const TextStyle& style) {
  return escaped("2", text, style);
}

std::string accented(std::string_view text, const TextStyle& style) {
  return escaped("1;33", text, style);
}

}  // namespace stemma::show
