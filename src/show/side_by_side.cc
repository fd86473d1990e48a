// A text is cut into atoms, which are never broken but where one is wider than
// its column: words with the marks that touch them. Atoms fill lines; lines of
// all columns are laid beside one another.
#include "show/side_by_side.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"

namespace stemma::show {
namespace {

constexpr std::size_t kNarrowest = 24;  // columns of a text
constexpr std::string_view kBorder = " \u2502 ";

struct Piece {
  std::string text;
  bool marked = false;
};

using Atom = std::vector<Piece>;

// A line as it is printed, and the columns it takes.
struct Line {
  std::string text;
  std::size_t width = 0;
};

// Collects words and marks as atoms.
class Atoms {
 public:
  explicit Atoms(const TextStyle& style) : style_(style) {}

  void add(std::string_view text, bool marked) {
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t end =
          std::min(text.find_first_of(" \t\r\n", at), text.size());
      if (end > at) add_word(text.substr(at, end - at), marked);
      if (end < text.size()) glued_ = false;
      at = end + 1;
    }
  }
  void begin_mark(const WordMark& mark) {
    if (style_.colour == Colour::kAlways && mark.mark == Mark::kOwn) return;
    pending_ =
        mark.mark == Mark::kOwn ? "[" : fmt::format("{{{}:", mark.number);
  }
  void end_mark(const WordMark& mark) {
    pending_.clear();
    if (style_.colour == Colour::kAlways && mark.mark == Mark::kOwn) return;
    if (!atoms_.empty()) {
      atoms_.back().push_back({mark.mark == Mark::kOwn ? "]" : "}", true});
    }
  }
  std::vector<Atom> take() { return std::move(atoms_); }

 private:
  void add_word(std::string_view word, bool marked) {
    const std::string plain = plain_line(word);
    if (plain.empty()) return;
    if (!glued_ || atoms_.empty()) atoms_.emplace_back();
    glued_ = true;
    atoms_.back().push_back({std::exchange(pending_, "") + plain, marked});
  }

  const TextStyle& style_;
  std::vector<Atom> atoms_;
  std::string pending_;  // the sign that opens a mark, before its first word
  bool glued_ = false;   // no space since the last word
};

std::vector<Atom> atoms_of(const MarkedText& marked, const TextStyle& style) {
  Atoms atoms(style);
  std::uint32_t done = marked.span.begin;
  for (const WordMark& mark : *marked.marks) {
    const Span shown{std::max(mark.span.begin, done),
                     std::min(mark.span.end, marked.span.end)};
    if (shown.begin >= shown.end) continue;
    atoms.add(slice(marked.text, {done, shown.begin}), false);
    atoms.begin_mark(mark);
    atoms.add(slice(marked.text, shown), true);
    atoms.end_mark(mark);
    done = shown.end;
  }
  atoms.add(slice(marked.text, {done, marked.span.end}), false);
  return atoms.take();
}

std::size_t width_of(const Atom& atom) {
  std::size_t width = 0;
  for (const Piece& piece : atom) width += display_width(piece.text);
  return width;
}

void append(const Piece& piece, const TextStyle& style, Line& line) {
  line.text += piece.marked ? accented(piece.text, style) : piece.text;
  line.width += display_width(piece.text);
}

// Characters of an atom that is wider than a line, line by line.
void append_broken(const Atom& atom, std::size_t width, const TextStyle& style,
                   std::vector<Line>& lines) {
  for (const Piece& piece : atom) {
    for (std::size_t i = 0; i < piece.text.size();) {
      const std::uint32_t size = decode_utf8(piece.text, i).size;
      const Piece one{piece.text.substr(i, size), piece.marked};
      if (lines.back().width + display_width(one.text) > width) {
        lines.emplace_back();
      }
      append(one, style, lines.back());
      i += size;
    }
  }
}

std::vector<Line> lines_of(const MarkedText& marked, std::size_t width,
                           const TextStyle& style) {
  std::vector<Line> lines(1);
  for (const Atom& atom : atoms_of(marked, style)) {
    const std::size_t space = lines.back().width > 0 ? 1 : 0;
    const std::size_t needed = width_of(atom);
    if (lines.back().width + space + needed > width && lines.back().width > 0) {
      lines.emplace_back();
    } else if (space > 0) {
      append({" ", false}, style, lines.back());
    }
    if (needed > width) {
      append_broken(atom, width, style, lines);
      continue;
    }
    for (const Piece& piece : atom) append(piece, style, lines.back());
  }
  return lines;
}

}  // namespace

std::string side_by_side(std::span<const MarkedText> texts, std::size_t indent,
                         const TextStyle& style) {
  const std::size_t room = style.width > indent ? style.width - indent : 0;
  const std::size_t borders = 3 * (texts.size() - 1);
  const std::size_t beside =
      room > borders ? (room - borders) / texts.size() : 0;
  const bool below = beside < kNarrowest;
  const std::size_t width = below ? std::max(room, kNarrowest) : beside;
  std::vector<std::vector<Line>> columns;
  std::size_t height = 0;
  for (const MarkedText& text : texts) {
    columns.push_back(lines_of(text, width, style));
    height = std::max(height, columns.back().size());
  }
  std::string out;
  if (below) {
    for (const std::vector<Line>& lines : columns) {
      for (const Line& line : lines) {
        out.append(indent, ' ').append(line.text).append("\n");
      }
    }
    return out;
  }
  for (std::size_t row = 0; row < height; ++row) {
    out.append(indent, ' ');
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const Line line = row < columns[c].size() ? columns[c][row] : Line();
      const bool last = c + 1 == columns.size();
      out += line.text;
      if (!last) out.append(width - line.width, ' ').append(kBorder);
    }
    out += '\n';
  }
  return out;
}

}  // namespace stemma::show
