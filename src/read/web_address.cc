#include "read/web_address.h"

#include <algorithm>

namespace stemma::read {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_host_byte(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

}  // namespace

bool is_web_address(std::string_view written) {
  bool explicit_address = false;
  for (const std::string_view scheme :
       {"http://", "https://", "HTTP://", "HTTPS://"}) {
    if (!written.starts_with(scheme)) continue;
    written.remove_prefix(scheme.size());
    explicit_address = true;
    break;
  }
  if (written.find_first_of(" \t\r\n") != std::string_view::npos) return false;
  const std::size_t host_size =
      std::min(written.find_first_of("/?#:"), written.size());
  const std::string_view host = written.substr(0, host_size);
  if (!std::all_of(host.begin(), host.end(), is_host_byte)) return false;
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  const std::string_view top = host.substr(dot + 1);
  if (top.size() < 2 || !std::all_of(top.begin(), top.end(), is_letter)) {
    return false;
  }
  // "said.The" is a sentence that lost a space, "example.com" is not.
  const bool small = std::none_of(host.begin(), host.end(),
                                  [](char c) { return c >= 'A' && c <= 'Z'; });
  return explicit_address || small || host.starts_with("www.") ||
         host.starts_with("WWW.");
}

}  // namespace stemma::read
