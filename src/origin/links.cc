#include "origin/links.h"

#include <string_view>

namespace stemma::origin {
namespace {

constexpr std::size_t kShortestPath = 8;

// "www.x.org/a/b?c" of "https://www.x.org/a/b?c#d" is "x.org/a/b".
std::string_view bare_address(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  url = url.substr(0, url.find_first_of("?#"));
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

}  // namespace

bool links_to(const Report& report, const Report& other) {
  const std::string_view address = bare_address(other.url);
  const std::size_t path = address.find('/');
  if (path == std::string_view::npos || address.size() - path < kShortestPath ||
      report.url == other.url) {
    return false;
  }
  return report.text.find(address) != std::string::npos;
}

}  // namespace stemma::origin
