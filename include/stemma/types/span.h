// Span: a stretch of a stored UTF-8 text, the only kind of position inside
// the library. Code points appear at the JSON and Python borders, UTF-16 only
// in the web page.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace stemma {

// Half-open range of bytes, [begin, end). Texts are limited to 4 GiB - 1.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(std::uint32_t position) const {
    return begin <= position && position < end;
  }
  bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  friend auto operator<=>(const Span&, const Span&) = default;
};

// The number of bytes that `a` and `b` share.
inline std::uint32_t shared_bytes(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

// The smallest span that holds both.
inline Span cover(Span a, Span b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

// The bytes of `text` in `span`; lives as long as `text` does.
// REQUIRES: span.end <= text.size().
inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace stemma
