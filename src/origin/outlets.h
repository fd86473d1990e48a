// Whether a name in a text means an outlet.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::origin {

// What an outlet may be called, as folded letters and digits without spaces:
// "www.dailybugle.co.uk" is {"dailybugle"}, "sport.bugle.com" is {"sport",
// "bugle"}, "The Daily Bugle" is {"dailybugle"}. Sorted; empty for "".
std::vector<std::string> outlet_keys(std::string_view outlet);

// The key of a name in a text: folded letters and digits, without a leading
// article ("The Daily Bugle" and "Daily Bugle" share one).
std::string name_key(std::string_view name);

// The keys of an outlet that a name can mean: all its letters, the first
// letters of its leading words and the others whole ("New Town Times" is
// "nttimes"), and all first letters of three words or more ("Grand Old
// Sentinel" is "gos").
std::vector<std::string> name_forms(std::string_view name);

// True if the name can mean an outlet with these keys.
// REQUIRES: keys are sorted.
bool names_outlet(std::string_view name, std::span<const std::string> keys);

}  // namespace stemma::origin
