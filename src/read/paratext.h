// What belongs to a report but states nothing of the story.
#pragma once

#include "stemma/types/report.h"

namespace stemma::read {

// Finds header lines, bylines, a dateline, closing credits and captions in
// report.text and fills report.paratext (sorted, disjoint) and report.credits
// (after those of fields, in the order of the text). Fields that are empty
// (outlet, published, title, url, byline) are set from them; a date inside the
// body never becomes the date of publication. The text is not changed.
// REQUIRES: valid UTF-8 of at most 4 GiB - 1; paratext empty.
void find_paratext(Report& report);

}  // namespace stemma::read
