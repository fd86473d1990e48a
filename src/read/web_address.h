// Web addresses.
#pragma once

#include <string_view>

namespace stemma::read {

// True if this is the address of a page or site and nothing else, with or
// without "https://": "www.example.com", "example.com/a?b". A top-level name
// of two letters or more after the last dot of the host; no white space.
bool is_web_address(std::string_view written);

}  // namespace stemma::read
