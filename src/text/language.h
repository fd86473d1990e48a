// The language of a text (CLD2).
#pragma once

#include <string>
#include <string_view>

namespace stemma::text {

// ISO 639-1 code ("en", "vi", "zh"), or "" where the text is too short or too
// mixed to tell. Looks at 600 bytes at the most.
std::string detect_language(std::string_view text);

}  // namespace stemma::text
