#include "read/lines.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace stemma::read {
namespace {

using namespace std::string_view_literals;

constexpr std::array kWideSpaces = {"\xC2\xA0"sv,     "\xE3\x80\x80"sv,
                                    "\xEF\xBB\xBF"sv, "\xE2\x80\x8B"sv,
                                    "\xE2\x80\x8E"sv, "\xE2\x80\x8F"sv};

constexpr unsigned char kFirstOfWide = 0xC2;
constexpr std::string_view kFirstOfDashes = "-\xE2\xEF\xD9";

bool is_blank(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

// Where the line that holds `begin` ends. Both searches run at the speed of
// memory, and the second within the line only.
std::size_t break_after(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  return std::min(text.substr(0, end).find('\r', begin), end);
}

// Where the text after the last such byte begins; 0 if there is none.
std::size_t after_last(std::string_view text, char byte) {
  const void* found = ::memrchr(text.data(), byte, text.size());
  if (found == nullptr) return 0;
  return static_cast<std::size_t>(static_cast<const char*>(found) -
                                  text.data()) +
         1;
}

// Where the last line begins.
std::size_t after_break(std::string_view text) {
  const std::size_t begin = after_last(text, '\n');
  return begin + after_last(text.substr(begin), '\r');
}

// Bytes of white space at the front; 0 if there is none.
std::size_t space_at_front(std::string_view text) {
  if (text.empty()) return 0;
  if (is_blank(text.front())) return 1;
  if (static_cast<unsigned char>(text.front()) < kFirstOfWide) return 0;
  for (const std::string_view space : kWideSpaces) {
    if (text.starts_with(space)) return space.size();
  }
  return 0;
}

std::size_t space_at(std::string_view text, std::size_t position) {
  const char byte = text[position];
  if (static_cast<unsigned char>(byte) < kFirstOfWide)
    return is_blank(byte) ? 1 : 0;
  return space_at_front(text.substr(position));
}

std::size_t space_at_back(std::string_view text) {
  if (text.empty()) return 0;
  if (is_blank(text.back())) return 1;
  if (static_cast<unsigned char>(text.back()) < 0x80) return 0;
  for (const std::string_view space : kWideSpaces) {
    if (text.ends_with(space)) return space.size();
  }
  return 0;
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The next word from `at` on; empty if none follows.
Span word_from(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t space = space_at(text, at);
    if (space == 0) break;
    at += space;
  }
  std::size_t end = at;
  while (end < text.size() && space_at(text, end) == 0) ++end;
  return span_of(at, end);
}

}  // namespace

Span trim(std::string_view text, Span span) {
  for (std::string_view rest = slice(text, span); !rest.empty();
       rest = slice(text, span)) {
    const std::size_t space = space_at_front(rest);
    if (space == 0) break;
    span.begin += static_cast<std::uint32_t>(space);
  }
  for (std::string_view rest = slice(text, span); !rest.empty();
       rest = slice(text, span)) {
    const std::size_t space = space_at_back(rest);
    if (space == 0) break;
    span.end -= static_cast<std::uint32_t>(space);
  }
  return span;
}

std::vector<Span> first_lines(std::string_view text, std::size_t limit) {
  std::vector<Span> lines;
  for (std::size_t begin = 0; begin < text.size() && lines.size() < limit;) {
    const std::size_t end = break_after(text, begin);
    const Span line = trim(text, span_of(begin, end));
    if (!line.empty()) lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

std::vector<Span> last_lines(std::string_view text, std::size_t limit) {
  std::vector<Span> lines;
  for (std::size_t end = text.size(); end > 0 && lines.size() < limit;) {
    const std::size_t begin = after_break(text.substr(0, end));
    const Span line = trim(text, span_of(begin, end));
    if (!line.empty()) lines.push_back(line);
    end = begin == 0 ? 0 : begin - 1;
  }
  std::reverse(lines.begin(), lines.end());
  return lines;
}

Span first_word(std::string_view text) { return word_from(text, 0); }

std::vector<Span> words_in(std::string_view text, Span span,
                           std::size_t limit) {
  const std::string_view within = text.substr(0, span.end);
  std::vector<Span> words;
  for (std::size_t at = span.begin; words.size() < limit;) {
    const Span word = word_from(within, at);
    if (word.empty()) break;
    words.push_back(word);
    at = word.end;
  }
  return words;
}

std::size_t dash_at(std::string_view text, std::size_t position) {
  const std::string_view rest = text.substr(position);
  if (rest.empty() || kFirstOfDashes.find(rest[0]) == std::string_view::npos) {
    return 0;
  }
  for (const std::string_view dash :
       {"---"sv, "--"sv, "-"sv, "\xE2\x80\x90"sv, "\xE2\x80\x91"sv,
        "\xE2\x80\x92"sv, "\xE2\x80\x93"sv, "\xE2\x80\x94"sv, "\xE2\x80\x95"sv,
        "\xE2\x88\x92"sv, "\xEF\xBC\x8D"sv, "\xD9\x80"sv}) {
    if (rest.starts_with(dash)) return dash.size();
  }
  return 0;
}

std::size_t colon_at(std::string_view text, std::size_t position) {
  const std::string_view rest = text.substr(position);
  if (rest.starts_with(':')) return 1;
  return rest.starts_with("\xEF\xBC\x9A") ? 3 : 0;
}

bool after_stop(std::string_view text, std::size_t position) {
  const Span before = trim(text, span_of(0, position));
  std::string_view rest = slice(text, before);
  for (const std::string_view mark :
       {"\""sv, "'"sv, ")"sv, "\xE2\x80\x9D"sv, "\xE2\x80\x99"sv, "\xC2\xBB"sv,
        "\xE3\x80\x8D"sv, "\xE2\x80\x9C"sv}) {
    if (rest.ends_with(mark)) {
      rest.remove_suffix(mark.size());
      break;
    }
  }
  for (const std::string_view stop :
       {"."sv, "!"sv, "?"sv, "\xE2\x80\xA6"sv, "\xE3\x80\x82"sv,
        "\xEF\xBC\x81"sv, "\xEF\xBC\x9F"sv, "\xD8\x9F"sv, "\xDB\x94"sv}) {
    if (rest.ends_with(stop)) return true;
  }
  return rest.empty() || rest.ends_with("./");
}

}  // namespace stemma::read
