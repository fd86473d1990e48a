#include "show/html.h"

#include <algorithm>

namespace stemma::show {
namespace {

std::string_view replacement(char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\n':
    case '\r':
    case '\t':
      return {};
    default: {
      const auto code = static_cast<unsigned char>(byte);
      return code < 0x20 || code == 0x7F ? "\xEF\xBF\xBD" : "";
    }
  }
}

char lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
}

bool is_letter_or_digit(char byte) {
  const char letter = lower(byte);
  return (letter >= 'a' && letter <= 'z') || (byte >= '0' && byte <= '9');
}

}  // namespace

HtmlWriter& HtmlWriter::text(std::string_view text) {
  std::size_t kept_from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view escaped = replacement(text[i]);
    if (escaped.empty()) continue;
    out_.append(text, kept_from, i - kept_from).append(escaped);
    kept_from = i + 1;
  }
  out_.append(text, kept_from);
  return *this;
}

bool is_web_address(std::string_view url) {
  std::string scheme(url.substr(0, 8));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), lower);
  const bool web = scheme.starts_with("http://") || scheme == "https://";
  const std::size_t host = scheme == "https://" ? 8 : 7;
  return web && url.size() > host &&
         std::all_of(url.begin(), url.end(), [](char byte) {
           const auto code = static_cast<unsigned char>(byte);
           return code > 0x20 && code != 0x7F &&
                  std::string_view("\"<>\\`").find(byte) ==
                      std::string_view::npos;
         });
}

bool is_language_tag(std::string_view tag) {
  return !tag.empty() && tag.size() <= 35 && is_letter_or_digit(tag[0]) &&
         std::all_of(tag.begin(), tag.end(), [](char byte) {
           return byte == '-' || is_letter_or_digit(byte);
         });
}

}  // namespace stemma::show
