// The page of `stemma matrix --format html`.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "stemma/engine.h"

namespace stemma::show {

// The table of every story with its readings word by word and the excerpts it
// links to, as one static HTML file that loads nothing and runs nothing.
// REQUIRES: the collations of every study are filled in.
std::string matrix_page(const Corpus& corpus,
                        std::span<const StoryStudy> studies,
                        std::string_view version);

}  // namespace stemma::show
