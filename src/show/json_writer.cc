#include "show/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace stemma::show {
namespace {

template <typename Integer>
void append_digits(std::string& out, Integer value) {
  std::array<char, 24> digits;
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

// The two-character escape of a control byte, or 0 if it has none.
char short_escape(char byte) {
  switch (byte) {
    case '"':
    case '\\':
      return byte;
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
  }
}

// U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
bool is_line_separator(std::string_view rest) {
  return rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9");
}

void append_escaped(std::string_view text, std::string& out) {
  std::size_t kept_from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    const auto code = static_cast<unsigned char>(byte);
    const bool separator = code == 0xE2 && is_line_separator(text.substr(i));
    if (code >= 0x20 && byte != '"' && byte != '\\' && !separator) continue;
    out.append(text, kept_from, i - kept_from);
    if (const char letter = short_escape(byte); letter != 0) {
      out += '\\';
      out += letter;
    } else if (separator) {
      out += text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += fmt::format("\\u{:04x}", code);
    }
    kept_from = i + 1;
  }
  out.append(text, kept_from);
}

}  // namespace

void JsonWriter::separate() {
  if (comma_) out_ += ',';
  comma_ = true;
}

JsonWriter& JsonWriter::begin(char bracket) {
  separate();
  out_ += bracket;
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  out_ += bracket;
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  string(name);
  out_ += ':';
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  separate();
  out_ += '"';
  append_escaped(text, out_);
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::string_or_null(std::string_view text) {
  return text.empty() ? null() : string(text);
}

JsonWriter& JsonWriter::integer(std::uint64_t value) {
  separate();
  append_digits(out_, value);
  return *this;
}

JsonWriter& JsonWriter::signed_integer(std::int64_t value) {
  separate();
  append_digits(out_, value);
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  separate();
  std::string digits = fmt::format("{:.4f}", value);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  out_ += digits == "-0" ? "0" : digits;
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() { return written_value("null"); }

JsonWriter& JsonWriter::written_key(std::string_view json) {
  separate();
  out_ += json;
  out_ += ':';
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::written_value(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

}  // namespace stemma::show
