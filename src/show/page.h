// The page of `stemma report`: one static HTML file for reading, printing and
// mailing. It runs no script, loads nothing, and says so to the browser
// (Content-Security-Policy).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "stemma/engine.h"

namespace stemma::show {

enum class Texts { kExcerpts, kWhole };

struct PageOptions {
  Texts texts = Texts::kExcerpts;
  std::string_view version;  // of the program, for the line on the method
};

// The whole page. Same input, same bytes.
std::string story_page(const Corpus& corpus,
                       std::span<const StoryStudy> studies,
                       const PageOptions& options);

}  // namespace stemma::show
