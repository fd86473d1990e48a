// The bytes decide, the name only where they leave it open. JSON Lines are
// told by their lines: one that begins an object in the first place, or in
// half of the lines, so that a file whose first line is damaged is still read
// line by line and the damage reported by line. An object that goes on over
// several lines is a document.
#include "read/sniff.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace stemma::read {
namespace {

constexpr std::string_view kBlanks = " \t\r\v\f";
constexpr std::string_view kBlanksAndBreaks = " \t\r\n";

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(kBlanks) + 1 - begin);
}

// "{" before a key or "}".
bool begins_object(std::string_view line) {
  if (!line.starts_with('{')) return false;
  const std::string_view rest = trimmed(line.substr(1));
  return rest.starts_with('"') || rest.starts_with('}');
}

bool has_known_magic(std::string_view head) {
  using namespace std::string_view_literals;
  constexpr std::array kMagics = {
      "\x89PNG"sv,
      "\xFF\xD8\xFF"sv,
      "GIF8"sv,
      "%PDF-"sv,
      "PK\x03\x04"sv,
      "\x7F"
      "ELF"sv,
      "SQLite for"sv,
      "Rar!"sv,
      "7z\xBC\xAF"sv,
      "BZh"sv,
      "\xFD"
      "7zXZ"sv,
      "\xD0\xCF\x11\xE0"sv,
  };
  return std::any_of(kMagics.begin(), kMagics.end(),
                     [&](auto magic) { return head.starts_with(magic); });
}

// More than three in ten bytes are control bytes or no UTF-8. Text in an old
// eight-bit encoding of a language written in Latin letters has fewer.
bool looks_binary(std::string_view head) {
  std::size_t odd = 0;
  for (std::size_t i = 0; i < head.size();) {
    const CodePoint next = decode_utf8(head, i);
    const bool control = next.value < 0x20 && next.value != '\n' &&
                         next.value != '\r' && next.value != '\t' &&
                         next.value != '\f';
    if (control || next.value == kReplacement) odd += next.size;
    i += next.size;
  }
  return odd * 10 > head.size() * 3;
}

struct LineCounts {
  std::size_t lines = 0;  // not blank
  std::size_t objects = 0;
};

LineCounts count_lines(std::string_view head) {
  LineCounts counts;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = trimmed(head.substr(0, end));
    if (!line.empty()) {
      ++counts.lines;
      if (begins_object(line)) ++counts.objects;
    }
    head.remove_prefix(std::min(end + 1, head.size()));
  }
  return counts;
}

// "[" before an object or "]".
bool begins_array(std::string_view text) {
  if (!text.starts_with('[')) return false;
  const std::size_t next = text.find_first_not_of(kBlanksAndBreaks, 1);
  if (next == std::string_view::npos) return false;
  if (text[next] == ']') return true;
  if (text[next] != '{') return false;
  const std::size_t key = text.find_first_not_of(kBlanksAndBreaks, next + 1);
  return key != std::string_view::npos &&
         (text[key] == '"' || text[key] == '}');
}

// "{" before a key whose line does not close it and whose next line opens no
// object of its own.
bool goes_on_over_lines(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::size_t key = text.find_first_not_of(kBlanksAndBreaks, 1);
  if (key == std::string_view::npos || text[key] != '"') return false;
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return false;
  if (trimmed(text.substr(0, end)).ends_with('}')) return false;
  const std::size_t next = text.find_first_not_of(kBlanksAndBreaks, end);
  return next != std::string_view::npos && text[next] != '{';
}

bool named_json_lines(std::string_view name) {
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (name.ends_with(packed)) name.remove_suffix(packed.size());
  }
  return name.ends_with(".jsonl") || name.ends_with(".ndjson");
}

}  // namespace

Format sniff(std::string_view head, std::string_view name) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (has_known_magic(head)) return Format::kBinary;
  const bool utf16 =
      head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
  if (utf16) return Format::kPlainText;
  if (head.starts_with(kByteOrderMark)) {
    head.remove_prefix(kByteOrderMark.size());
  }
  const std::size_t first = head.find_first_not_of(kBlanksAndBreaks);
  if (first != std::string_view::npos) {
    const std::string_view text = head.substr(first);
    const LineCounts counts = count_lines(text);
    if (begins_array(text)) return Format::kJsonDocument;
    if (counts.objects <= 1 && goes_on_over_lines(text) &&
        !named_json_lines(name)) {
      return Format::kJsonDocument;
    }
    if (begins_object(text) || counts.objects * 2 >= counts.lines) {
      return Format::kJsonLines;
    }
  }
  if (named_json_lines(name)) return Format::kJsonLines;
  return looks_binary(head) ? Format::kBinary : Format::kPlainText;
}

}  // namespace stemma::read
