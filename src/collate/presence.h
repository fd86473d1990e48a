// Which reports do not have a statement, and of which one cannot tell.
#pragma once

#include <vector>

#include "collate/story_text.h"
#include "stemma/types/matrix.h"

namespace stemma::collate {

// Fills not_in_text and unknown of each row. A report does not have the
// statement in its text if it is whole where the statement would stand and
// nothing shows it to be earlier than what is stated; else it is unknown why.
void fill_presence(const StoryText& story, std::vector<MatrixRow>& rows);

}  // namespace stemma::collate
