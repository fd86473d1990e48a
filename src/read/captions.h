// Captions, photo credits and furniture of the page between paragraphs.
#pragma once

#include "stemma/types/report.h"

namespace stemma::read {

// Adds kCaption paratext for what is clearly recognised by its line: the
// labels of captions and the credits of pictures ("Image copyright AFP Image
// caption", "(Photo by ...)"), and lines that belong to the page
// ("Advertisement", "Sign up for ..."). The words of a caption state something
// and stay. Never overlaps with paratext that is there; in no order. Linear.
void read_captions(Report& report);

}  // namespace stemma::read
