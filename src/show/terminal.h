// Text for a terminal: widths, wrapping, colour, and nothing in it that could
// steer the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stemma::show {

enum class Colour { kNever, kAlways };

struct TextStyle {
  std::size_t width = 80;  // columns
  Colour colour = Colour::kNever;
};

// Valid UTF-8 made safe for a terminal line: white space becomes one space,
// control characters and marks of writing direction are dropped.
std::string plain_line(std::string_view text);

// Columns that `text` takes (Unicode UAX 11): 2 for wide characters, 0 for
// combining marks.
std::size_t display_width(std::string_view text);

// plain_line, cut to `width` columns with an ellipsis where it is longer.
std::string clipped(std::string_view text, std::size_t width);

// plain_line, filled with spaces to `width` columns, or cut to it.
std::string padded(std::string_view text, std::size_t width);

// plain_line, broken at spaces into lines of `width` columns, each opening
// with `indent` spaces and ending in a line break.
std::string wrapped(std::string_view text, std::size_t indent,
                    std::size_t width);

std::string bold(std::string_view text, const TextStyle& style);
std::string dim(std::string_view text, const TextStyle& style);
// For what a reader should not miss.
std::string accented(std::string_view text, const TextStyle& style);

}  // namespace stemma::show
